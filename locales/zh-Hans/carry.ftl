carry-save-title = 加密副本
carry-save-body = 把您在本机上的全部内容存成一个文件：办件、证照、没填完的表、等待发送的内容、设置。文件用恢复码加密。没有恢复码，任何人都打不开，我们也打不开。
    .simple = 您在这里的所有内容会存成一个文件，用一个码锁住。请保管好这个码：没有它，谁也打不开文件。
carry-save = 保存加密副本
carry-sign-in = 请先登录：一份副本只属于一个人。
carry-code-title = 您的恢复码
carry-code-body = 请抄在纸上，或打印本页，并与文件分开保管。恢复码只显示这一次。
    .simple = 请现在把这个码抄在纸上。它只显示一次。把纸放在安全的地方。
carry-code-copy = 复制恢复码
carry-code-written = 我已经抄好
carry-code-cancel = 暂不保存
carry-busy = 请稍候……
# Variables: $file (text) - where the copy is
carry-saved = 副本保存在：{ $file }
carry-saved-body = 请把它移到别处：只留在本机上的副本会随本机一起丢失。
    .simple = 请把这个文件也放到别的设备上。这台设备丢了，文件还在。
carry-saved-done = 知道了
carry-bring-title = 恢复副本
carry-bring-body = 本机上缺少的内容会从副本中恢复。本机上较新的内容不会改变。
    .simple = 副本里有、这里没有的，会回到这里。这里的内容不会丢。
carry-bring-file = 副本文件
# Variables: $size (text) - the largest size
carry-bring-file-limits = 文件名以 .age 结尾，不超过 { $size }
carry-bring-file-none = 未选择文件
carry-bring-code = 恢复码
carry-bring-code-hint = 28 位字母和数字，不分大小写，可以不输横线
carry-bring = 恢复
carry-came-title = 副本已恢复
carry-came-nothing = 副本中的内容本机上都已经有了。
# Variables: $count (number) - how many
carry-came-cases = 办件：{ $count }
# Variables: $count (number) - how many
carry-came-documents = 证照：{ $count }
# Variables: $count (number) - how many
carry-came-consents = 您同意过的事项：{ $count }
# Variables: $count (number) - how many
carry-came-disclosures = 信息提供记录：{ $count }
# Variables: $count (number) - how many
carry-came-outgoing = 已提交、未发送：{ $count }
# Variables: $count (number) - how many
carry-came-drafts = 没填完的表：{ $count }
carry-start = 我有另一台设备上的副本
fault-carry-code-length = 恢复码有 28 位字母和数字。请与您抄下的核对。
    .simple = 位数不对，请再看看您抄的纸。
fault-carry-code-sign = 其中有恢复码里没有的符号。恢复码只有字母和数字。
    .simple = 有一位不对。码里只有字母和数字。
fault-carry-code-check = 恢复码有误，请与您抄下的逐位核对。
    .simple = 有一位不对，请对着纸一位一位地看。
fault-carry-not-a-copy = 这个文件不是加密副本。请选择文件名以 .age 结尾的文件。
    .simple = 这是别的文件。请选择文件名以 .age 结尾的那个。
fault-carry-wrong-code = 这个恢复码打不开这个文件。每份副本都有自己的恢复码。
    .simple = 这个码是另一个文件的。每个文件有自己的码。
fault-carry-torn = 文件已损坏或不完整。没有任何改变。请重新把它传到本机，或使用另一份副本。
    .simple = 这个文件坏了。这里什么都没有改变。请重新取文件，或换一份。
fault-carry-work = 这个文件不是本应用生成的：打开它会让本机忙很久。没有打开。
    .simple = 这个文件不是我们的应用做的，没有打开。
fault-carry-large = 副本太大。如果有很多内容等待发送，请联网发送后重新保存副本。
    .simple = 文件太大。请先联网，等内容都发出去，再试一次。
fault-carry-newer = 这份副本由更新版本的应用保存。请更新应用后再恢复。
    .simple = 这个应用太旧，读不了这个文件。请更新应用，再试一次。
fault-carry-anothers = 这份副本属于另一个人。没有任何改变。请由本人登录后恢复。
    .simple = 这个文件是别人的。这里什么都没有改变。
fault-carry-nobodys = 请先登录：一份副本只属于一个人。
