# What the shell itself says inside a mini-app's page.

# Variables: $current (number) - the step, $total (number) - how many steps there are
mini-app-step = 第 { $current } 步，共 { $total } 步
mini-app-busy = 正在办理，请稍候
mini-app-optional = （选填）
# Variables: $count (number) - errors on the page
mini-app-errors-title = 有 { $count } 处需要更正
mini-app-filled = 已按您的身份信息填好，可以修改。
# Variables: $value (text) - what is filled in
mini-app-known-use = 使用 { $value }
mini-app-known-identity = 来自您的身份信息
# Variables: $day (text) - the day, $service (text) - a service
mini-app-known-written = 您 { $day } 办理“{ $service }”时填写
# Variables: $day (text) - the day
mini-app-known-written-day = 您 { $day } 填写
# Variables: $title (text) - what the document is called
mini-app-known-document = 您的证件“{ $title }”上的号码

mini-app-tone-neutral = 说明
mini-app-tone-information = 提示
mini-app-tone-success = 已完成
mini-app-tone-warning = 请注意
mini-app-tone-urgent = 重要

mini-app-progress-not-started = 未开始
mini-app-progress-blocked = 暂不能办理
mini-app-progress-in-progress = 办理中
mini-app-progress-waiting-for-you = 待您办理
mini-app-progress-done = 已完成
mini-app-progress-problem = 出现问题

mini-app-confirm-cancel = 返回

mini-app-change = 修改
mini-app-not-given = 未填写

mini-app-attribute-source = 来自您的身份信息
mini-app-attribute-not-shared = 未提供

# Variables: $used (number) - characters typed, $most (number) - characters allowed
mini-app-text-count = 已输入 { $used } 字，最多 { $most } 字
# Variables: $least (text) - a number
mini-app-number-least = 不小于 { $least }
# Variables: $most (text) - a number or an amount
mini-app-number-most = 不超过 { $most }
# Variables: $least (text), $most (text) - numbers
mini-app-number-range = { $least } 到 { $most } 之间
# The sign before an amount. Variables: $currency (text) - ISO 4217
mini-app-currency = { $currency ->
    [CNY] ¥
   *[other] { $currency }
}
mini-app-date-year = 年
mini-app-date-month = 月
mini-app-date-day = 日
# Not shown: the order of the parts of a date, year-first or day-first
mini-app-date-order = year-first
# Variables: $count (number) - the most answers
mini-app-choose-at-most = 最多选 { $count } 项

mini-app-select-choose = 请选择
mini-app-select-filter = 输入文字查找
mini-app-select-none = 没有找到，请少输入几个字再试。
# Variables: $shown (number) - answers shown, $found (number) - answers found
mini-app-select-count = { $found ->
    [0] 没有找到，请少输入几个字再试。
   *[other] 共 { $found } 项，显示 { $shown } 项
}

mini-app-file-choose = 选择文件
mini-app-file-camera = 拍照
mini-app-file-none = 未选择文件
# Variables: $count (number) - the most files, $size (text) - the largest size of each
mini-app-file-limits = 最多 { $count } 个文件，每个不超过 { $size }
# Variables: $name (text) - the file's name
mini-app-file-remove = 移除 { $name }
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - the largest size
mini-app-file-too-large = “{ $name }”有 { $size }，没有添加：每个文件不能超过 { $limit }。
    .simple = “{ $name }”太大（{ $size }），最多 { $limit }。
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - what all may have
mini-app-file-too-much = “{ $name }”有 { $size }，没有添加：这份表单的所有文件合计不能超过 { $limit }。
    .simple = “{ $name }”（{ $size }）放不下了，全部文件合起来最多 { $limit }。
# Variables: $name (text) - the file, $count (number) - the most files
mini-app-file-too-many = “{ $name }”没有添加：最多可以选择 { $count } 个文件。
# Variables: $name (text) - the file
mini-app-file-other-kind = “{ $name }”没有添加：文件类型不符合要求。
# Variables: $name (text) - the file
mini-app-file-unreadable = 无法从本设备读取“{ $name }”，请重新选择。
# Variables: $size (text) - a number
mini-app-file-size-kilobytes = { $size } KB
# Variables: $size (text) - a number
mini-app-file-size-megabytes = { $size } MB

mini-app-records-none = 这里还没有内容
mini-app-records-more = 显示更多
# Variables: $shown (number) - rows shown, $total (number) - rows in all
mini-app-records-count = 已显示 { $shown } 项，共 { $total } 项

mini-app-credential-holder = 持有人
mini-app-credential-number = 号码
mini-app-code-too-much = 内容过多，无法生成可扫描的二维码。请出示号码，或发送证照本身。
mini-app-credential-code = 验证码
# Variables: $date (text) - a date
mini-app-credential-valid-until = 有效期至 { $date }

mini-app-chart-table = 以表格显示
mini-app-chart-category = 项目

# Variables: $payee (text) - who is paid
mini-app-bill-payee = 收款单位：{ $payee }
mini-app-bill-total = 应付金额
# Variables: $amount (text) - an amount with its currency
mini-app-bill-pay = 支付 { $amount }

mini-app-confirmation-reference = 受理编号
mini-app-confirmation-copy = 复制
mini-app-confirmation-copied = 已复制
mini-app-confirmation-copy-failed = 未能复制，请选中文字后手动复制。
mini-app-confirmation-next = 接下来
mini-app-confirmation-kept = 有一份文件已存入“我的证照”。

# Variables: $label (text) - what repeats, $number (number) - which one
mini-app-repeat-item = { $label } { $number }
# Variables: $item (text) - which one
mini-app-repeat-remove = 删除{ $item }
mini-app-address-region = 省、市、区
mini-app-address-rest = 街道、楼栋和门牌号
mini-app-place-hint = 地图上显示的纬度和经度，例如 23.1291, 113.2644
mini-app-place-here = 使用我现在的位置
mini-app-place-found = 已填入您的位置
mini-app-place-failed = 没有找到您的位置。请允许本应用使用位置，或手动填写。
# Variables: $count (number) - how many can still have it
mini-app-slot-left = 剩余 { $count } 个名额
mini-app-slot-full = 已约满
mini-app-slot-none = 目前没有可预约的时间，请稍后再试。
# Variables: $number (number) - its number on the map, $label (text) - what stands there
mini-app-point = { $number }. { $label }
