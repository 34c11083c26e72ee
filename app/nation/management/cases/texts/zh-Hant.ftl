# 平台自己在辦件中說的話。
case-late = 承諾的日期已過，還沒有作出決定。部門須說明原因。
# Variables: $office (text) - the office that was told
case-late-told = 承諾的日期已過，還沒有作出決定。已通知{ $office }，由其向部門詢問原因。
case-put-aside = 部門暫時無法從平台接收這件事。平台已儲存並通知部門，您不用再次提交。
act-put-aside = 部門暫時無法從平台接收您最近傳送的內容。平台已儲存並通知部門，您不用再次傳送。
