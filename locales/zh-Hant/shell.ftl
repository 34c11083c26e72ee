app-name = 指尖
shell-loading = 正在準備……
shell-offline = 現在沒有網路。您看到的是上次儲存的內容，填寫的內容不會丟失。
    .simple = 現在沒有網路。您看到的是以前的內容。您填的不會丟。
shell-told = 新訊息
shell-put-away = 知道了
shell-clear = 清除
shell-back = 返回
shell-retry = 再試一次
shell-read = 朗讀本頁
shell-read-stop = 停止朗讀
shell-read-none = 這臺裝置沒有這種語言的朗讀聲音。
nav-label = 主要頁面
nav-home = 首頁
nav-services = 服務
nav-cases = 辦件
nav-records = 證照
nav-help = 找人幫忙
nav-me = 我的
tone-neutral = 說明
tone-information = 提示
tone-success = 成功
tone-warning = 注意
tone-urgent = 緊急
language-zh-hans = 简体中文
language-zh-hant = 繁體中文
language-en = English
language-ug = ئۇيغۇرچە
start-language-title = 選擇語言 Choose your language
start-language-body = 以後可以隨時更改。
start-display-title = 您想怎麼看？
start-display-seniors = 長輩版
start-display-seniors-body = 大字、大按鈕，一次只做一件事。服務一樣多。
start-display-seniors-choose = 使用長輩版
start-display-normal = 標準版
start-display-normal-body = 一屏看到更多內容。
start-display-normal-choose = 使用標準版
start-region-title = 您住在哪裡？
start-region-body = 我們會先顯示當地的服務。不用登入也能查看所有服務。
    .simple = 先給您看附近的服務。不登入也能看全部。
start-region-search = 查詢省份或城市
start-region-later = 以後再選
told-case-kept = 申請已儲存在本機，有網路時會自動提交。
    .simple = 現在沒有網路。申請先存在這裡，有網路就自動提交。您什麼都不用做。
# Variables: $reference (text) - the case's reference
told-case-arrived = 儲存的申請已送達，編號 { $reference }。
    .simple = 您的申請送到了，編號是 { $reference }。
# Variables: $name (text) - whose it is; $reference (text) - the case's reference
told-case-arrived-for = 您替{ $name }提交的申請已送達，編號 { $reference }。
# Variables: $name (text) - for whom
told-acting-ended = 您不再替{ $name }辦事：授權已到期或已被停止。
told-document-came = 您有一份新的電子證照，可在「證照」中查看。
told-kept-clock = 服務目錄已過期，或者本機時間不對。已按上次核驗的版本開啟；請檢查日期和時間。
    .simple = 本機時間可能不對，請看看日期和時間。服務仍可使用。
told-kept-directory = 收到的服務目錄不能使用。已按本機上次核驗的版本開啟。
    .simple = 新的服務目錄不能用。服務仍可使用，按上次核驗的版本開啟。
told-kept-disk = 本機無法讀寫。已按上次核驗的版本開啟；請檢查儲存空間。
    .simple = 本機可能滿了。服務仍可使用，按上次核驗的版本開啟。
told-kept-newest = 部門的最新版本無法開啟。已開啟之前的版本。
    .simple = 新版本打不開。已開啟之前的版本。
told-kept-offline = 連不上服務目錄。已按本機上次核驗的版本開啟。
    .simple = 現在沒有網路。服務仍可使用，按上次核驗的版本開啟。
told-mini-app-restored = 服務剛才出了問題，已為您恢復到原來的位置。
    .simple = 剛才出了點問題，已經重新開啟。您還在原來的地方。
told-not-accepted = 您提交的一項申請未被接收，請在「我的辦件」中查看。
    .simple = 有一項沒有收下，請看「我的辦件」。
# Variables: $words (text) - the department's own words
told-not-accepted-words = 您提交的一項申請未被接收。部門答覆：{ $words }
told-unread = 本機儲存的內容有 { $count } 項，這個版本的應用程式讀不出來。它們原樣留在本機，其他內容都在。請更新應用程式；匯出的檔案裡也有這些內容。
    .simple = 有 { $count } 項內容現在顯示不出來。它們沒有丟。請更新應用程式。
told-rated = 感謝您的評價。
told-act-arrived = 已送達辦理部門。
help-title = 找人幫忙
help-lines = 各部門電話
mini-app-close = 關閉
mini-app-verified = 部門身份已核驗
mini-app-opening = 正在開啟服務……
# Variables: $share (number) - how much of it is here, from 0 to 100
mini-app-fetching = 正在下載這個服務：{ $share }%
mini-app-preparing = 首次在這台裝置上開啟這項服務，正在準備，可能需要一兩分鐘，下次開啟就很快了。
    .simple = 第一次開啟要等久一點，最多兩分鐘。請等一等。
# Variables: $seconds (number) - how long it has been prepared
mini-app-preparing-since = 已用 { $seconds } 秒
mini-app-failed = 服務打不開
mini-app-nothing-lost = 您填寫的內容都已儲存。
# Variables: $name (text) - what the card is about
mini-app-card-add = 把「{ $name }」放到首頁
# Variables: $name (text) - what the card is about
mini-app-card-remove = 從首頁移除「{ $name }」
mini-app-problem-missing = 請填寫這一項
mini-app-problem-not-chosen = 請選擇一項
mini-app-problem-not-agreed = 需要您確認後才能繼續
# Variables: $limit (number) - the most characters, $given (number) - how many there are
mini-app-problem-too-long = 最多 { $limit } 個字，現在有 { $given } 個字
mini-app-problem-not-email = 請填寫正確的電子郵箱，例如 name@example.cn
mini-app-problem-not-phone = 請填寫正確的電話號碼
mini-app-problem-not-national-id = 請核對證件號碼：有漏寫或寫錯的數字
mini-app-problem-not-postcode = 請填寫正確的郵政編碼，例如 510030
mini-app-problem-not-plate = 請按車牌填寫完整的號牌號碼，例如 粤B12345
    .simple = 請再看一遍身份證號碼，一共 18 位。
mini-app-problem-not-number = 請填寫數字
mini-app-problem-too-small = 數字太小
mini-app-problem-too-large = 數字太大
mini-app-problem-not-date = 請填寫正確的日期
mini-app-problem-not-time = 請填寫正確的時間
mini-app-problem-too-early = 日期太早
mini-app-problem-too-late = 日期太晚
# Variables: $limit (number) - the most that can be chosen
mini-app-problem-too-many = 最多選 { $limit } 項
mini-app-problem-file-too-large = 檔案太大
mini-app-problem-no-region = 請選擇省、市、區
mini-app-problem-no-street = 請填寫街道、樓棟和門牌號
mini-app-problem-not-place = 請填寫緯度和經度，例如 23.1291, 113.2644
# Variables: $name (text) - whose line, $phone (text) - its number
call-line = 打電話給{ $name }：{ $phone }
help-hotline = 有人接聽，什麼事都可以問。
help-answers = 常見問題
help-ask-find = 怎麼找到要辦的事？
help-answer-find = 在首頁的搜尋框裡寫幾個字，拼音或拼音首字母也行。也可以在「服務」裡按主題、人生大事、部門或地區來找。
help-ask-sign-in = 一定要登入嗎？
help-answer-sign-in = 看服務、看指南不用登入。辦理時才要登入，登入後會回到原來的地方，填過的都在。
help-ask-follow = 申請以後怎麼知道進展？
help-answer-follow = 在「辦件」裡看到了哪一步、答應哪天辦完。有變化時，訊息裡也會告訴您。
help-ask-offline = 沒有網路能用嗎？
help-answer-offline = 服務目錄、您的辦件和證照都能看。填好的申請先存在這臺裝置上，有網路時自動發出。
help-ask-data = 誰能看到我的資訊？
help-answer-data = 只有您同意的部門。每次給了誰、給了什麼，都記在「我的」裡，同意過的也可以收回。
help-ask-larger = 字太小，看不清怎麼辦？
help-answer-larger = 開啟長輩版：字大、按鈕大，還能讀給您聽。首頁和「我的」裡都能開啟。
# Variables: $count (number) - how many
alert-more = 還有 { $count } 條提醒
alert-drill = 演練
# Variables: $headline (text) - the headline
alert-drill-line = 演練：{ $headline }
alert-drill-body = 這是演練，不是真的。
tester-window = 佔滿窗口
tester-phone = 放在手機裡
# Variables: $file (text) - where it is
told-exported = 已經儲存到：{ $file }
told-session-over = 登入時間已到，您已登出。內容沒有丟失，重新登入後可以繼續。
    .simple = 您已登出，內容沒有丟。重新登入就能接著辦。
# Variables: $name (text) - the helper
told-helper-came = { $name }現在可以跟進您的辦件。
told-reminder = 提醒：{ $title }
told-handed-in = 已提交，編號 { $reference }。
switch-update-needed = 請更新後再辦理。這部裝置上已有的內容仍可查看。
switch-update-advised = 有新版本可以更新
switch-update = 更新應用程式
switch-kept = 這部裝置上已有的內容仍可查看，已經送出的會在恢復後傳送。
switch-screen = 這一部分暫時不能使用
