me-title = 我的
me-account = 账户
# Variables: $name (text) - the person's name, $time (text) - since when
me-signed-in = { $name }，{ $time } 登录
me-signed-out = 还没有登录。查看服务不需要登录。
me-sign-out = 退出登录
me-display = 显示方式
me-display-normal = 标准版
me-scheme = 明暗
me-scheme-device = 跟随系统
me-scheme-light = 浅色
me-scheme-dark = 深色
me-contrast = 对比度
me-contrast-normal = 标准对比度
me-contrast-more = 高对比度
me-text = 文字大小
me-text-own = 跟随模式
me-text-large = 大字
me-text-larger = 更大字
me-text-largest = 最大字
me-language = 语言
me-words = 用词
me-words-usual = 一般说法
me-words-simple = 简单说法
me-consents = 我同意过的
me-consents-empty = 还没有同意过任何共享
me-consent-revoke = 收回同意
me-ledger = 信息使用记录
me-ledger-empty = 还没有共享过信息
me-protection-key-store = 您的密钥由系统密钥库保护。
me-protection-files = 这台设备没有密钥库：密钥保存在只有您能读取的文件里。
me-protection-memory = 密钥只保存在内存里，关闭后清除。
me-more = 更多
# Variables: $count (number) - how many things the person agreed to
me-privacy-detail = { $count ->
    [0] 还没有同意过任何共享
   *[other] 已同意 { $count } 项
}
privacy-title = 我的信息给谁用了
privacy-body = 部门取得过您的哪些信息，这里都有记录。同意过的可以随时收回。
    .simple = 这里写着谁看过您的信息。您同意过的，随时可以收回。
me-window = 再开一个窗口
data-title = 带走或删除我的信息
data-export-body = 办件、证照、同意和披露记录写成一个文件，存到“下载”里。文件没有加密，请收好。
data-export = 保存成文件
data-delete = 从这台设备上删除我的一切
data-delete-sure = 确定要全部删除吗？
data-delete-body = 没有提交的表格会丢失，您会退出登录。办件和证照在部门那里还在，重新登录就能取回；谁看过您信息的记录只在这台设备上，会没有了。
# Variables: $count (number) - how many items were not sent yet
data-delete-waiting = { $count ->
   *[other] 还有 { $count } 件没有发出去，会一起丢失。
}
data-delete-keep = 不删除
data-delete-yes = 全部删除
