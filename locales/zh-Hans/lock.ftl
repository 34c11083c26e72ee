lock-title = 应用已锁定
lock-next = 请输入密码，打开本机上的个人信息。
lock-pin = 密码
lock-open = 打开
lock-forgotten = 忘记密码？没有密码，任何人都无法打开本机上的个人信息。您的办件在平台上也有保存：清除本应用数据后重新登录即可。
# Variables: $least, $most (number) - how many digits
lock-pin-shape = 密码为 { $least } 至 { $most } 位数字。
lock-pin-weak = 这个密码太容易猜到，请换一组数字。
lock-pin-wrong = 密码不正确。
# Variables: $time (text) - when the next one is tried
lock-pin-wait = 错误次数过多，请于 { $time } 后再试。
lock-pin-other = 两次输入不一致。
lock-settings = 应用锁
lock-settings-on = 已设置密码。离开应用五分钟后会自动锁定。
lock-settings-off = 未设置密码：能打开这台设备的人就能打开本应用。
lock-pin-before = 当前密码
lock-pin-new = 新密码
lock-pin-again = 再次输入新密码
lock-keep = 保存密码
lock-remove = 取消密码
lock-choose = 设置密码
lock-change = 修改或取消密码
lock-now = 立即锁定
