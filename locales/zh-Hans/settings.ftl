me-title = 我的
me-mine = 我的信息
me-app = 应用设置
me-help = 帮助
# Variables: $time (text) - since when
me-signed-in = { $time } 登录
me-signed-out = 还没有登录。查看服务不需要登录。
me-sign-out = 退出登录
me-display = 显示方式
me-display-normal = 标准版
me-scheme = 明暗
me-scheme-device = 跟随系统
me-scheme-light = 浅色
me-scheme-dark = 深色
me-contrast = 对比度
me-contrast-device = 跟随系统
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
# Variables: $count (number) - how many things the person agreed to
me-privacy-detail = { $count ->
    [0] 还没有同意过任何共享
   *[other] 已同意 { $count } 项
}
privacy-title = 我的信息给谁用了
privacy-body = 部门取得过您的哪些信息，这里都有记录。同意过的可以随时收回。
# Variables: $service (text) - the service that it was for
privacy-looked-up = 为您查询：{ $service }
# Variables: $service (text) - what was handed in
privacy-handed-in = 您提交的：{ $service }
# Variables: $name (text) - for whom
privacy-acting-for = 替{ $name }办理
# Variables: $service (text) - the service that it was for
privacy-documents = 出示的证照，用于：{ $service }
# Variables: $service (text) - the service that it was for
privacy-paid = 付款：{ $service }
# Variables: $service (text) - the service that it was for
privacy-region = 您所在的地区，用于：{ $service }
# Variables: $service (text) - the service that it was for
privacy-opened = 从这项服务打开：{ $service }
# Variables: $name (text) - the person's name for a file
privacy-file = 文件{ $name }
privacy-place = 地图上选的地点
privacy-text = 一段文字
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
data-deleting = 正在从这台设备上删除您的一切…
me-mode = 模式
settings-language = 语言和地区
settings-messages = 消息提醒
settings-messages-body = 不提醒的消息仍在“消息”里。灾害预警总会提醒。
settings-messages-kinds = 哪些要提醒我
settings-messages-cases = 办件有进展
settings-messages-documents = 新证照
settings-messages-endings = 证照快到期
settings-security = 安全和设备
settings-security-session = 这台设备
# Variables: $time (text) - since when
settings-security-since = 从 { $time } 起已登录
settings-security-elsewhere = 这里只管这台设备。别的设备请在那台设备上退出，或在身份服务处停止。
settings-devices = 已登录的设备
settings-devices-body = 如果有不认识或已丢失的设备，可以在这里让它退出登录。该设备下次联网时即退出。
    .simple = 设备丢了，可以在这里让它退出登录。
settings-devices-unnamed = 未命名的设备
settings-devices-this = 本设备
# Variables: $since (text) - when the person signed in there, $used (text) - when it was used last
settings-devices-times = 登录于 { $since }，最近使用 { $used }
# Variables: $name (text) - the device
settings-devices-end = 退出“{ $name }”的登录
settings-security-keys = 密钥
settings-storage = 存储和我的信息
storage-kept = 这台设备上保存的
storage-records = 我的记录
storage-records-detail = 办件、证照、草稿，已加密
storage-mini-apps = 小程序
storage-mini-apps-detail = 已核验，没有网络也能打开
storage-prepared = 准备好的小程序
storage-prepared-detail = 下次打开时会再准备，要等几秒
storage-free = 腾出空间
about-title = 关于
about-body = 指尖让您在一个地方办理各部门的事。它是开源的，不看广告，也不卖您的信息。
about-version = 版本
about-standard = 小程序标准
about-licence = 许可
settings-search = 搜索
settings-search-body = 搜索只在本机进行，您查找的内容不会告诉任何人。
settings-search-memory = 搜索记录
settings-search-remember = 保存在本机
settings-search-forget = 不保存
settings-uses = 大家常办的服务
settings-uses-count = 参与统计
settings-uses-nothing = 不参与
settings-uses-body = 每周一次，本机从您打开过的服务里说出一项（或没有），并像抛硬币一样，一半的时候改说别的。发送时不带您的姓名。谁也不知道您用过什么，首页却能显示大家常办的服务。
settings-search-way = 查找方式
settings-search-meaning = 按字词和意思
settings-search-words = 只按字词
settings-search-parts = 本机存放哪些服务
settings-search-parts-own = 全国通办和我所在地区的
settings-search-parts-whole = 所有地区的

settings-answers = 以前填过的内容
settings-answers-body = 您提交表单后，手机号、地址等内容会保存在本机，以后不用再填。只有您自己填入并提交，才会给到部门。
settings-answers-memory = 您在表单里填写的内容
settings-answers-remember = 保存在本机
settings-answers-forget = 不保存
settings-answers-none = 还没有保存任何内容
settings-answers-forget-all = 清除以前填过的全部内容
# Variables: $value (text) - what the person wrote
settings-answers-forget-one = 清除 { $value }
settings-answers-other = 其他内容
settings-messages-reminders = 您同意的提醒
