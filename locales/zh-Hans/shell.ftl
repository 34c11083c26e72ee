app-name = 指尖
shell-loading = 正在准备……
shell-offline = 现在没有网络。您看到的是上次保存的内容，填写的内容不会丢失。
    .simple = 现在没有网。您看到的是以前的内容。您填的不会丢。
shell-told = 新消息
shell-put-away = 知道了
shell-clear = 清除
shell-back = 返回
shell-retry = 再试一次
shell-read = 朗读本页
shell-read-stop = 停止朗读
shell-read-none = 这台设备没有这种语言的朗读声音。
nav-label = 主要页面
nav-home = 首页
nav-services = 服务
nav-cases = 办件
nav-records = 证照
nav-help = 找人帮忙
nav-me = 我的
tone-neutral = 说明
tone-information = 提示
tone-success = 成功
tone-warning = 注意
tone-urgent = 紧急
language-zh-hans = 简体中文
language-zh-hant = 繁體中文
language-en = English
language-ug = ئۇيغۇرچە
start-language-title = 选择语言 Choose your language
start-language-body = 以后可以随时更改。
start-display-title = 您想怎么看？
start-display-seniors = 长辈版
start-display-seniors-body = 大字、大按钮，一次只做一件事。服务一样多。
start-display-seniors-choose = 使用长辈版
start-display-normal = 标准版
start-display-normal-body = 一屏看到更多内容。
start-display-normal-choose = 使用标准版
start-region-title = 您住在哪里？
start-region-body = 我们会先显示当地的服务。不用登录也能查看所有服务。
    .simple = 先给您看附近的服务。不登录也能看全部。
start-region-search = 查找省份或城市
start-region-later = 以后再选
told-case-kept = 申请已保存在本机，有网络时会自动提交。
    .simple = 现在没有网。申请先存在这里，有网就自动提交。您什么都不用做。
# Variables: $reference (text) - the case's reference
told-case-arrived = 保存的申请已送达，编号 { $reference }。
    .simple = 您的申请送到了，编号是 { $reference }。
# Variables: $name (text) - whose it is; $reference (text) - the case's reference
told-case-arrived-for = 您替{ $name }提交的申请已送达，编号 { $reference }。
# Variables: $name (text) - for whom
told-acting-ended = 您不再替{ $name }办事：授权已到期或已被停止。
told-document-came = 您有一份新的电子证照，可在“证照”中查看。
told-kept-clock = 服务目录已过期，或者本机时间不对。已按上次核验的版本打开；请检查日期和时间。
    .simple = 本机时间可能不对，请看看日期和时间。服务仍可使用。
told-kept-directory = 收到的服务目录不能使用。已按本机上次核验的版本打开。
    .simple = 新的服务目录不能用。服务仍可使用，按上次核验的版本打开。
told-kept-disk = 本机无法读写。已按上次核验的版本打开；请检查存储空间。
    .simple = 本机可能满了。服务仍可使用，按上次核验的版本打开。
told-kept-newest = 部门的最新版本无法打开。已打开之前的版本。
    .simple = 新版本打不开。已打开之前的版本。
told-kept-offline = 连不上服务目录。已按本机上次核验的版本打开。
    .simple = 现在没有网络。服务仍可使用，按上次核验的版本打开。
told-mini-app-restored = 服务刚才出了问题，已为您恢复到原来的位置。
    .simple = 刚才出了点问题，已经重新打开。您还在原来的地方。
told-not-accepted = 您提交的一项申请未被接收，请在“我的办件”中查看。
    .simple = 有一项没有收下，请看“我的办件”。
# Variables: $words (text) - the department's own words
told-not-accepted-words = 您提交的一项申请未被接收。部门答复：{ $words }
told-unread = 本机保存的内容有 { $count } 项，这个版本的应用读不出来。它们原样留在本机，其他内容都在。请更新应用；导出的文件里也有这些内容。
    .simple = 有 { $count } 项内容现在显示不出来。它们没有丢。请更新应用。
told-rated = 感谢您的评价。
told-act-arrived = 已送达办理部门。
help-title = 找人帮忙
help-lines = 各部门电话
mini-app-close = 关闭
mini-app-verified = 部门身份已核验
mini-app-opening = 正在打开服务……
# Variables: $share (number) - how much of it is here, from 0 to 100
mini-app-fetching = 正在下载这个服务：{ $share }%
mini-app-preparing = 首次在这台设备上打开这项服务，正在准备，可能需要一两分钟，下次打开就很快了。
    .simple = 第一次打开要等久一点，最多两分钟。请等一等。
# Variables: $seconds (number) - how long it has been prepared
mini-app-preparing-since = 已用 { $seconds } 秒
mini-app-failed = 服务打不开
mini-app-nothing-lost = 您填写的内容都已保存。
# Variables: $name (text) - what the card is about
mini-app-card-add = 把“{ $name }”放到首页
# Variables: $name (text) - what the card is about
mini-app-card-remove = 从首页移除“{ $name }”
mini-app-problem-missing = 请填写这一项
mini-app-problem-not-chosen = 请选择一项
mini-app-problem-not-agreed = 需要您确认后才能继续
# Variables: $limit (number) - the most characters, $given (number) - how many there are
mini-app-problem-too-long = 最多 { $limit } 个字，现在有 { $given } 个字
mini-app-problem-not-email = 请填写正确的电子邮箱，例如 name@example.cn
mini-app-problem-not-phone = 请填写正确的电话号码
mini-app-problem-not-national-id = 请核对证件号码：有漏写或写错的数字
mini-app-problem-not-postcode = 请填写正确的邮政编码，例如 510030
mini-app-problem-not-plate = 请按车牌填写完整的号牌号码，例如 粤B12345
    .simple = 请再看一遍身份证号码，一共 18 位。
mini-app-problem-not-number = 请填写数字
mini-app-problem-too-small = 数字太小
mini-app-problem-too-large = 数字太大
mini-app-problem-not-date = 请填写正确的日期
mini-app-problem-not-time = 请填写正确的时间
mini-app-problem-too-early = 日期太早
mini-app-problem-too-late = 日期太晚
# Variables: $limit (number) - the most that can be chosen
mini-app-problem-too-many = 最多选 { $limit } 项
mini-app-problem-file-too-large = 文件太大
mini-app-problem-no-region = 请选择省、市、区
mini-app-problem-no-street = 请填写街道、楼栋和门牌号
mini-app-problem-not-place = 请填写纬度和经度，例如 23.1291, 113.2644
# Variables: $name (text) - whose line, $phone (text) - its number
call-line = 打电话给{ $name }：{ $phone }
help-hotline = 有人接听，什么事都可以问。
help-answers = 常见问题
help-ask-find = 怎么找到要办的事？
help-answer-find = 在首页的搜索框里写几个字，拼音或拼音首字母也行。也可以在“服务”里按主题、人生大事、部门或地区来找。
help-ask-sign-in = 一定要登录吗？
help-answer-sign-in = 看服务、看指南不用登录。办理时才要登录，登录后会回到原来的地方，填过的都在。
help-ask-follow = 申请以后怎么知道进展？
help-answer-follow = 在“办件”里看到了哪一步、答应哪天办完。有变化时，消息里也会告诉您。
help-ask-offline = 没有网络能用吗？
help-answer-offline = 服务目录、您的办件和证照都能看。填好的申请先存在这台设备上，有网络时自动发出。
help-ask-data = 谁能看到我的信息？
help-answer-data = 只有您同意的部门。每次给了谁、给了什么，都记在“我的”里，同意过的也可以收回。
help-ask-larger = 字太小，看不清怎么办？
help-answer-larger = 打开长辈版：字大、按钮大，还能读给您听。首页和“我的”里都能打开。
# Variables: $count (number) - how many
alert-more = 还有 { $count } 条提醒
alert-drill = 演练
# Variables: $headline (text) - the headline
alert-drill-line = 演练：{ $headline }
alert-drill-body = 这是演练，不是真的。
tester-window = 占满窗口
tester-phone = 放在手机里
# Variables: $file (text) - where it is
told-exported = 已经保存到：{ $file }
told-session-over = 登录时间已到，您已退出登录。内容没有丢失，重新登录后可以继续。
    .simple = 您已退出登录，内容没有丢。重新登录就能接着办。
# Variables: $name (text) - the helper
told-helper-came = { $name }现在可以跟进您的办件。
told-reminder = 提醒：{ $title }
told-handed-in = 已提交，编号 { $reference }。
switch-update-needed = 请更新后再办理。本机上已有的内容仍可查看。
switch-update-advised = 有新版本可以更新
switch-update = 更新应用
switch-kept = 本机上已有的内容仍可查看，已经提交的会在恢复后发送。
switch-screen = 这一部分暂时不能使用
