# Whether a document still holds
documents-valid = 有效
documents-withdrawn = 已撤销
documents-suspended = 暂时停用
documents-key-gone = 签发部门不再认可
documents-ended = 已过期
documents-unclear = 请向签发部门查询
documents-unasked = 尚未核验
# Variables: $time (text) - when the department was asked
documents-checked = 最近核验：{ $time }
# Variables: $time (text) - when the department was asked last
documents-checked-before = 最近核验：{ $time }。此后无法再次核验。
    .simple = 我们上次查询是 { $time }，之后没能再查。
documents-never-checked = 还没能核验：未能连接签发部门。
    .simple = 还没有问过签发部门。请联网后再试。

# Showing a document
documents-show = 出示证照码
documents-shown = 出示记录
documents-shown-never = 您还没有出示过。
documents-shown-code = 以证照码出示
documents-shown-page = 打印或存为页面
documents-shown-export = 随全部数据一起导出
# Variables: $department (text) - who got it
documents-shown-given = 交给{ $department }
# Variables: $part (number) - which code, $count (number) - how many there are
documents-part = 第 { $part } 个码，共 { $count } 个
documents-parts-body = 这份证照一个码放不下。请让对方把每个码都扫一遍，先后不限。
    .simple = 这份证照有好几个码。请让对方一个一个都扫到。
documents-part-before = 上一个码
documents-part-next = 下一个码
documents-too-large = 这份证照太大，不能用码出示。请通过服务提交。
    .simple = 这份证照放不进码里。请通过服务提交。

# Checking somebody else's document
# Variables: $department (text) - who issued it
verify-withdrawn = 由{ $department }签发，但已经撤销
# Variables: $department (text) - who issued it
verify-suspended = 由{ $department }签发，但已暂停使用，现在无效
# Variables: $department (text) - who issued it
verify-unclear = 由{ $department }签发。是否有效请向该部门查询。
# Variables: $department (text) - who issued it
verify-unasked = 由{ $department }签发，但无法核验现在是否有效
    .simple = 是{ $department }签发的。我们没能问到现在是不是还有效。
# Variables: $scanned (number) - how many parts are there, $count (number) - how many there are
verify-parts = 已读 { $scanned } 个码，共 { $count } 个
verify-parts-body = 请继续读下一个码，先后不限。
verify-file = 照片或文件
verify-file-hint = 证照码的照片或截屏，或者含有其内容的文件。
# Variables: $size (text) - the largest file
verify-file-limits = JPEG、PNG、WebP 或文本，最大 { $size }
fault-photo-large = 照片太大，请换一张小一点的。
    .simple = 照片太大了。请拍一张小一点的。
fault-photo-kind = 无法读取这个文件。请选择照片（JPEG、PNG 或 WebP）或文本。
    .simple = 这个文件读不了。请选一张照片。
fault-photo-code = 照片中没有能识别的码。请重拍：把整个码拍正、拍清楚。
    .simple = 照片里没有找到码。请再拍一次，把整个码拍清楚。
fault-no-document = 这不是证照。请重新扫描证照码。
    .simple = 这不是证照。请再扫一次证照码。

# Taking along
take-out-print = 打印或存为 PDF
take-out-check = 拿到这页纸的人可以核验：在应用的“核验别人的证照”中扫描此码。
take-out-last-day = 把到期日放进日历
# Variables: $title (text) - the document's title
take-out-last-day-title = 到期：{ $title }
take-out-last-day-details = 请在这一天之前换发。
take-out-promised-day = 把承诺办结日放进日历
# Variables: $service (text) - what was asked for
take-out-promised-title = 承诺办结：{ $service }
# Variables: $file (text) - where it is
take-out-saved = 已保存为 { $file }。请用日历打开这个文件。
    .simple = 日期在这个文件里：{ $file }。请用日历打开。
