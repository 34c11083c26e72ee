# 平台自己在辦件中說的話。
case-late = 承諾的日期已過，還沒有作出決定。部門須說明原因。
# Variables: $office (text) - the office that was told
case-late-told = 承諾的日期已過，還沒有作出決定。已通知{ $office }，由其向部門詢問原因。
case-put-aside = 部門暫時無法從平台接收這件事。平台已儲存並通知部門，您不用再次提交。
act-put-aside = 部門暫時無法從平台接收您最近傳送的內容。平台已儲存並通知部門，您不用再次傳送。
step-not-needed = 按您的回答，這一步不需要辦理。
step-refused-before = 前面的一步沒有批准，所以這一步不能開始。您可以對那個決定提出異議；如果決定改變，這一步會自動繼續。
step-withdrawn-before = 您撤回了必須先辦的一步。要辦這一步，請單獨申請這項服務。
step-no-document = 這一步需要的文件沒有收到，或者已經失效。請聯絡簽發文件的部門，或者單獨申請這項服務。
step-withdrawn = 您在開始之前撤回了這一步。您隨時可以單獨申請這項服務。
