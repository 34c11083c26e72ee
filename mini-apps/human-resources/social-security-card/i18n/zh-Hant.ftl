# 社会保障卡：申领

## 首页

card-intro-title = 申領社會保障卡
card-intro-lead = 一張卡，看病報銷、領養老金、發補貼、存取款都能用。在這裡申領大約需要十分鐘。
    .simple = 一張卡，看病、領養老金都能用。在這裡辦，大約十分鐘。
card-intro-fee = 費用
card-intro-fee-free = 免費
card-intro-time = 辦好時間（工作日）
card-intro-who = 誰可以辦
card-intro-who-value = 在本地參保的所有人
card-intro-need-title = 需要準備
card-intro-need-phone = 能聯絡到您的電話號碼
card-intro-need-bank = 想綁定在卡上的銀行
card-intro-need-photo = 如果不用身份證照片，請準備一張照片
card-intro-data-title = 您的資訊怎麼用
card-intro-data-text = 經您同意，我們會從您的檔案中讀取姓名和身份證號，印在卡面上。申請材料在發卡後儲存兩年。
    .simple = 您同意了，我們才取您的姓名和身份證號，印在卡上。您填的資料，發卡後留兩年。
card-start = 開始辦理
card-continue = 下一步
card-finish = 完成
card-claims-purpose = 用於印製您的社會保障卡

## 常见问题

card-help-link = 常見問題
card-help-title = 常見問題
card-help-lost = 卡丟了怎麼辦？
card-help-lost-text = 請先打電話掛失，以免被別人使用，然後在這裡申領新卡。
    .simple = 先打電話掛失，別人就不能用了。再在這裡辦新卡。
card-help-child = 怎麼給孩子辦？
card-help-child-text = 請切換到孩子的帳戶登入，電話號碼填家長的，方便我們聯絡。
card-help-bank = 以後還能換銀行嗎？
card-help-bank-text = 可以。換銀行會發一張新卡，拿到新卡之前舊卡照常使用。
    .simple = 可以。會給您一張新卡。拿到之前，舊卡照樣用。
# Variables: $phone (text) - 服务热线
card-help-call = 還有疑問？請撥打 { $phone }，每天都有人接聽，可用中文和英文。
card-help-leave = 返回申領

## 您的信息

card-you-title = 您的資訊
card-facts-title = 來自您的檔案
card-facts-lead = 以下內容會印在卡面上。如有錯誤，請先到戶籍部門更正。
    .simple = 下面這些會印在卡上。有錯的話，請先到戶籍部門改。
card-name-label = 姓名
card-name-hint = 與身份證上的一致
card-name-error = 請填寫姓名，與身份證上的一致
card-id-number-label = 身份證號
card-id-number-hint = 共 18 位，最後一位可能是 X
card-id-number-error = 身份證號不對，請核對這 18 位號碼
card-phone-label = 聯絡電話
card-phone-hint = 只在辦卡時聯絡您
card-phone-error = 請填寫電話號碼，例如 138 0013 8000

## 照片

card-photo-title = 卡面照片
card-photo-label = 卡面用哪張照片？
card-photo-identity-card = 用身份證照片
card-photo-identity-card-hint = 不需要再提供照片
card-photo-upload = 上傳新照片
card-photo-upload-hint = 從手機裡選，或現在拍一張
card-photo-error = 請選擇卡面用哪張照片
card-photo-file-label = 您的照片
card-photo-file-hint = 正面免冠，淺色背景，JPEG 或 PNG 格式，不超過 2 MB
    .simple = 只拍正臉，不戴帽子，背後顏色淺。不超過 2 MB。
card-photo-file-error = 請添加照片，或改用身份證照片
# Variables: $name (text) - 文件名
card-photo-file-chosen = 已添加的照片：{ $name }

## 银行与领取

card-delivery-title = 銀行與領取方式
card-bank-label = 卡上綁定的銀行
card-bank-hint = 各項補貼會發到這家銀行的帳戶。可輸入文字查詢。
card-bank-hint-written = 請填寫銀行名稱，各項補貼會發到這家銀行的帳戶。
card-bank-error = 請選擇要綁定的銀行
card-options-loading = 銀行和網點名單正在載入，您也可以直接填寫銀行名稱。
card-options-missing = 銀行和網點名單沒有載入成功。請填寫銀行名稱，或重新載入。
    .simple = 沒有取到銀行名單。請自己寫銀行的名字，或再試一次。
card-options-load = 重新載入名單
card-delivery-label = 卡怎麼領？
card-delivery-post = 寄給我
card-delivery-post-hint = 掛號快遞，免費
card-delivery-pick-up = 自己去取
card-delivery-pick-up-hint = 帶身份證到網點領取
card-delivery-error = 請選擇領卡方式
card-office-label = 領卡網點
card-office-error = 請選擇去哪個網點領卡
card-office-none = 暫時沒有網點名單。請重新載入，或選擇郵寄。
card-office-address = 網點地址
card-pick-up-label = 希望哪天去取
card-pick-up-hint = 如果到時還沒辦好，我們會發簡訊告訴您
card-pick-up-error = 請選擇今天或以後的日期
card-address-label = 收件地址
card-address-hint = 寫清市、區、街道、樓棟和門牌號
card-address-error = 請填寫完整地址，方便快遞員找到您
card-courier-label = 快遞員什麼時間打電話方便
card-courier-hint = 都可以的話不用填
card-news-label = 辦卡進度通知
card-news-sms = 簡訊通知
card-news-email = 郵件通知
card-news-both = 簡訊和郵件通知
card-news-none = 不需要通知
card-truth-label = 聲明
card-truth-statement = 我填寫的內容全部真實。我知道如有虛假，可能會被取消申領資格。
card-truth-error = 同意聲明後才能繼續

## 核对与提交

card-check-title = 核對您的資訊
card-check-lead = 請看看有沒有填錯。提交之前，每一項都可以修改。
card-check-claims = 提交後，部門會收到以上內容，以及您同意提供的資訊。
    .simple = 您提交以後，部門會看到這些，還有您同意給的資訊。
card-check-sending = 正在提交您的申請。
card-send = 提交申請

## 提交之后

card-sent-title = 申請已提交
card-sent-confirmation = 我們收到了您的申請
# Variables: $days (days) - 承诺办理时间
card-sent-next-check = 我們會在 { $days }（工作日）內審核並製卡。
card-sent-next-post = 快遞員上門前會先給您打電話。
card-sent-next-pick-up = 卡到網點後會發簡訊通知您，請帶上身份證去取。
card-progress-title = 辦理進度
card-kept-title = 申請已儲存
card-kept-text = 現在沒有網路。申請已經安全儲存在手機裡，一有網路就會自動提交，您不用再做什麼。
    .simple = 現在沒有網路。您填的已經存好，有網路就自動提交。您什麼都不用做。
card-state-received = 已收到
card-state-accepted = 已受理
card-state-review = 審核中
card-state-correction-asked = 需要補充材料，請查看訊息
    .simple = 還缺東西，請看訊息
card-state-approved = 審核通過，正在製卡
card-state-delivered = 卡已送達
card-state-closed = 已辦結
card-state-refused = 不予受理
card-state-rejected = 審核未通過
    .simple = 沒有同意
card-state-withdrawn = 您已撤回

## 遇到问题时

card-trouble-sign-in = 請先登入，已填寫的內容不會遺失。
card-trouble-declined = 您沒有提供姓名和身份證號，沒關係，自己填寫就行。
card-trouble-forbidden = 這裡讀不到您的檔案，請自己填寫姓名和身份證號。
card-trouble-too-often = 操作太頻繁了，請過一分鐘再試。
    .simple = 請等一分鐘再試。
card-trouble-offline = 現在沒有網路。填寫的內容已儲存，連上網路後再試。
    .simple = 現在沒有網路。您填的都還在。請過一會兒再試。
card-trouble-unavailable = 部門系統暫時沒有回應。填寫的內容已儲存，請過幾分鐘再試，或撥打 12333。
    .simple = 部門現在沒有回應。您填的都還在。請過一會兒再試，或打 12333。
# Variables: $words (text) - 部门的答复
card-trouble-objection = 部門無法受理這份申請：{ $words }
    .simple = 部門不能收。部門說：{ $words }
card-trouble-objection-unsaid = 部門無法受理這份申請，也沒有說明原因。請核對填寫的內容，或撥打 12333。
