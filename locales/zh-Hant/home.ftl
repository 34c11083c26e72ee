home-greeting = 您好
# Variables: $name (text) - the person's name
home-greeting-name = 您好，{ $name }
home-no-region = 還沒有選擇地區
home-search = 查詢服務
home-high-demand = 大家常辦
home-cases = 我的辦件
home-cases-all = 全部辦件
home-cases-empty = 還沒有辦件
home-cases-empty-body = 提交申請後，可以在這裡看到進度。
home-documents = 我的證照
home-documents-all = 全部證照
home-documents-empty = 還沒有電子證照
home-documents-empty-body = 部門發給您的證照會儲存在這裡，沒有網路也能看。
# Variables: $region (text) - the person's region
home-local = { $region }的服務
home-local-label = 本地服務
home-seniors = 使用長輩版（大字）
home-everything-else = 全部服務
home-draft-title = 您還沒填完
home-draft-kicker = 下一步
home-draft-go-on = 繼續填寫
home-draft-not-now = 暫不繼續
home-cards = 我的卡片
# Variables: $time (text) - when the card was made
home-card-as-of = 更新於 { $time }
# Variables: $name (text) - what the card is about
home-card-remove = 從首頁移除「{ $name }」
home-card-sign-in = 登入後可以查看。
search-title = 查詢服務
search-empty = 您想辦什麼？
search-empty-body = 可以輸入中文、拼音或首字母，例如「社保卡」「shebaoka」「sbk」。
search-none = 沒有找到
search-none-body = 換個說法試試，或者在「服務」裡按類別查詢。
search-none-services = 看看全部服務
# Variables: $correction (text) - what was searched for
search-corrected = 已按「{ $correction }」搜尋。
# Variables: $typed (text) - what was typed
search-as-typed = 仍按「{ $typed }」搜尋
search-results = 找到的服務
search-chosen = 目錄編輯推薦
search-parts = 這部裝置存有全國通辦和您所在地區的服務。
search-parts-whole = 在所有地區查詢
search-parts-coming = 正在取得其他地區的服務，您可以繼續操作。
# Variables: $count (number) - how many regions
services-parts-behind = 有 { $count } 個地區的最新服務沒有取得，稍後會再次取得；其餘服務都在。
services-parts-nation-behind = 全國通辦的服務沒有更新成功，稍後會再次取得；現在看到的是原來的內容。
# Variables: $count (number) - how many
search-others = 還有 { $count } 項可能相關
search-others-list = 可能相關的服務
# Variables: $count (number) - how many services were found
search-count = 找到 { $count } 項服務
home-next-correct = 有一件事要您補正
home-next-correct-go = 去補正
home-next-ends = 有證照快到期了
home-next-ended = 有證照已經過期
home-next-look = 看一看
home-next-rate = 這件事辦完了，辦得怎麼樣？
home-cards-arrange = 調整卡片順序
home-cards-arranged = 排好了
# Variables: $name (text) - what the card is about
home-card-forward = 把「{ $name }」往前移
# Variables: $name (text) - what the card is about
home-card-backward = 把「{ $name }」往後移
home-codes = 出示證照碼
home-life-events = 人生大事
home-life-events-all = 全部人生大事
# Variables: $count (number) - how many messages are new
home-messages = { $count ->
    [0] 訊息
   *[other] 訊息，{ $count } 條新訊息
}
messages-title = 訊息
messages-empty = 還沒有訊息
messages-empty-body = 辦件有了進展、證照簽發或快到期時，會在這裡告訴您。
messages-new = 新
messages-document-issued = 簽發給您了
search-before = 搜尋記錄
# Variables: $question (text) - what was searched for
search-forget = 刪除「{ $question }」
search-forget-all = 清除所有搜尋記錄
search-answer = 最符合的服務
search-answer-more = 通常還需要一起辦理：
search-answer-open = 查看這項服務
# Variables: $time (text) - when the catalogue was read
search-answer-source = 以上內容摘自服務目錄原文（{ $time }）。
messages-reminders = 提醒
messages-reminder-details = 請在「指尖」中開啟該服務。
messages-reminder-open = 開啟服務
messages-reminder-calendar = 加入行事曆
messages-reminder-remove = 刪除提醒
