lock-title = 應用程式已鎖定
lock-next = 請輸入密碼，開啟本機上的個人資料。
lock-pin = 密碼
lock-open = 開啟
lock-forgotten = 忘記密碼？沒有密碼，任何人都無法開啟本機上的個人資料。您的辦件在平台上也有儲存：清除本應用程式資料後重新登入即可。
# Variables: $least, $most (number) - how many digits
lock-pin-shape = 密碼為 { $least } 至 { $most } 位數字。
lock-pin-weak = 這個密碼太容易猜到，請換一組數字。
lock-pin-wrong = 密碼不正確。
# Variables: $time (text) - when the next one is tried
lock-pin-wait = 錯誤次數過多，請於 { $time } 後再試。
lock-pin-other = 兩次輸入不一致。
lock-settings = 應用程式鎖
lock-settings-on = 已設定密碼。離開應用程式五分鐘後會自動鎖定。
lock-settings-off = 未設定密碼：能開啟這台裝置的人就能開啟本應用程式。
lock-pin-before = 目前密碼
lock-pin-new = 新密碼
lock-pin-again = 再次輸入新密碼
lock-keep = 儲存密碼
lock-remove = 取消密碼
lock-choose = 設定密碼
lock-change = 修改或取消密碼
lock-now = 立即鎖定
