records-title = 我的证照
records-holder = 持有人
records-number = 号码
# Variables: $day (text) - a date
records-valid-until = 有效期至 { $day }
# Variables: $time (text) - when it was true
records-as-of = 截至 { $time }
records-gone = 没有这份证照
records-code-body = 给工作人员扫一扫。没有网络也能出示。
verify-title = 核验别人的证照
verify-body = 拍下或选择证照码的照片，也可以选择文件。系统按部门的签名核验，不保存任何内容。
verify-typed = 粘贴或输入证照码的内容
verify-code = 证照码的内容
verify-code-hint = 用扫码枪扫描，或把扫到的内容粘贴到这里。
verify-go = 核验
verify-failed = 不能确认这份证照是真的
# Variables: $department (text) - who issued it
verify-genuine = 是真的，由{ $department }签发
# Variables: $department (text) - who issued it
verify-ended = 由{ $department }签发，但已经过期
verify-compare = 请对照本人。核验的内容不会保存。
payments-title = 缴费记录和收据
payments-none = 还没有缴费
payments-none-body = 在这里通过服务支付的款项和收据会保存下来。
payments-gone = 这里没有这笔缴费
payments-receipt = 收据
payments-amount = 金额
payments-at = 支付时间
payments-through = 通过其服务支付
payments-bill = 账单编号
payments-number = 支付编号
payments-copy = 复制支付编号
payments-print = 打印或存为 PDF
records-more = 更多
