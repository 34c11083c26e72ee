# 平台自己在办件中说的话。
case-late = 承诺的日期已过，还没有作出决定。部门须说明原因。
# Variables: $office (text) - the office that was told
case-late-told = 承诺的日期已过，还没有作出决定。已通知{ $office }，由其向部门询问原因。
case-put-aside = 部门暂时无法从平台接收这件事。平台已保存并通知部门，您不用再次提交。
act-put-aside = 部门暂时无法从平台接收您最近发送的内容。平台已保存并通知部门，您不用再次发送。
