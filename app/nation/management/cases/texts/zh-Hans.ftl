# 平台自己在办件中说的话。
case-late = 承诺的日期已过，还没有作出决定。部门须说明原因。
# Variables: $office (text) - the office that was told
case-late-told = 承诺的日期已过，还没有作出决定。已通知{ $office }，由其向部门询问原因。
case-put-aside = 部门暂时无法从平台接收这件事。平台已保存并通知部门，您不用再次提交。
act-put-aside = 部门暂时无法从平台接收您最近发送的内容。平台已保存并通知部门，您不用再次发送。
step-not-needed = 按您的回答，这一步不需要办理。
step-refused-before = 前面的一步没有批准，所以这一步不能开始。您可以对那个决定提出异议；如果决定改变，这一步会自动继续。
step-withdrawn-before = 您撤回了必须先办的一步。要办这一步，请单独申请这项服务。
step-no-document = 这一步需要的文件没有收到，或者已经失效。请联系签发文件的部门，或者单独申请这项服务。
step-withdrawn = 您在开始之前撤回了这一步。您随时可以单独申请这项服务。
