me-title = 我的
me-mine = 我的資訊
me-app = 應用程式設定
me-help = 說明
# Variables: $time (text) - since when
me-signed-in = { $time } 登入
me-signed-out = 還沒有登入。查看服務不需要登入。
me-sign-out = 登出
me-display = 顯示方式
me-display-normal = 標準版
me-scheme = 明暗
me-scheme-device = 跟隨系統
me-scheme-light = 淺色
me-scheme-dark = 深色
me-contrast = 對比度
me-contrast-device = 跟隨系統
me-contrast-normal = 標準對比度
me-contrast-more = 高對比度
me-text = 文字大小
me-text-own = 跟隨模式
me-text-large = 大字
me-text-larger = 更大字
me-text-largest = 最大字
me-language = 語言
me-words = 用詞
me-words-usual = 一般說法
me-words-simple = 簡單說法
me-consents = 我同意過的
me-consents-empty = 還沒有同意過任何共享
me-consent-revoke = 收回同意
me-ledger = 資訊使用記錄
me-ledger-empty = 還沒有共享過資訊
me-protection-key-store = 您的金鑰由系統金鑰庫保護。
me-protection-files = 這臺裝置沒有金鑰庫：金鑰儲存在只有您能讀取的檔案裡。
me-protection-memory = 金鑰只儲存在記憶體裡，關閉後清除。
# Variables: $count (number) - how many things the person agreed to
me-privacy-detail = { $count ->
    [0] 還沒有同意過任何共享
   *[other] 已同意 { $count } 項
}
privacy-title = 我的資訊給誰用了
privacy-body = 部門取得過您的哪些資訊，這裡都有記錄。同意過的可以隨時收回。
# Variables: $service (text) - the service that it was for
privacy-looked-up = 為您查詢：{ $service }
# Variables: $service (text) - what was handed in
privacy-handed-in = 您提交的：{ $service }
# Variables: $name (text) - for whom
privacy-acting-for = 替{ $name }辦理
# Variables: $service (text) - the service that it was for
privacy-documents = 出示的證照，用於：{ $service }
# Variables: $service (text) - the service that it was for
privacy-paid = 付款：{ $service }
# Variables: $service (text) - the service that it was for
privacy-region = 您所在的地區，用於：{ $service }
# Variables: $service (text) - the service that it was for
privacy-opened = 從這項服務開啟：{ $service }
# Variables: $name (text) - the person's name for a file
privacy-file = 檔案{ $name }
privacy-place = 地圖上選的地點
privacy-text = 一段文字
    .simple = 這裡寫著誰看過您的資訊。您同意過的，隨時可以收回。
me-window = 再開一個窗口
data-title = 帶走或刪除我的資訊
data-export-body = 辦件、證照、同意和披露記錄寫成一個檔案，存到「下載」裡。檔案沒有加密，請收好。
data-export = 儲存成檔案
data-delete = 從這臺裝置上刪除我的一切
data-delete-sure = 確定要全部刪除嗎？
data-delete-body = 沒有提交的表格會丟失，您會登出。辦件和證照在部門那裡還在，重新登入就能取回；誰看過您資訊的記錄只在這臺裝置上，會沒有了。
# Variables: $count (number) - how many items were not sent yet
data-delete-waiting = { $count ->
   *[other] 還有 { $count } 件沒有發出去，會一起丟失。
}
data-delete-keep = 不刪除
data-delete-yes = 全部刪除
data-deleting = 正在從這臺裝置上刪除您的一切…
me-mode = 模式
settings-language = 語言和地區
settings-messages = 訊息提醒
settings-messages-body = 不提醒的訊息仍在「訊息」裡。災害預警總會提醒。
settings-messages-kinds = 哪些要提醒我
settings-messages-cases = 辦件有進展
settings-messages-documents = 新證照
settings-messages-endings = 證照快到期
settings-security = 安全和裝置
settings-security-session = 這臺裝置
# Variables: $time (text) - since when
settings-security-since = 從 { $time } 起已登入
settings-security-elsewhere = 這裡只管這臺裝置。別的裝置請在那臺裝置上退出，或在身份服務處停止。
settings-devices = 已登入的裝置
settings-devices-body = 如果有不認識或已遺失的裝置，可以在這裡讓它登出。該裝置下次連線時即登出。
    .simple = 裝置丟了，可以在這裡讓它登出。
settings-devices-unnamed = 未命名的裝置
settings-devices-this = 本裝置
# Variables: $since (text) - when the person signed in there, $used (text) - when it was used last
settings-devices-times = 登入於 { $since }，最近使用 { $used }
# Variables: $name (text) - the device
settings-devices-end = 讓「{ $name }」登出
settings-security-keys = 金鑰
settings-storage = 儲存和我的資訊
storage-kept = 這臺裝置上儲存的
storage-records = 我的記錄
storage-records-detail = 辦件、證照、草稿，已加密
storage-mini-apps = 小程式
storage-mini-apps-detail = 已核驗，沒有網路也能開啟
storage-prepared = 準備好的小程式
storage-prepared-detail = 下次開啟時會再準備，要等幾秒
storage-free = 騰出空間
about-title = 關於
about-body = 指尖讓您在一個地方辦理各部門的事。它是開源的，不看廣告，也不賣您的資訊。
about-version = 版本
about-standard = 小程式標準
about-licence = 許可
settings-search = 搜尋
settings-search-body = 搜尋只在這部裝置上進行，不會告訴任何人您找什麼。
settings-search-memory = 搜尋記錄
settings-search-remember = 儲存在這部裝置
settings-search-forget = 不儲存
settings-uses = 大家常辦的服務
settings-uses-count = 參與統計
settings-uses-nothing = 不參與
settings-uses-body = 每週一次，這部裝置從您開啟過的服務裡說出一項（或沒有），並像擲硬幣一樣，一半的時候改說別的。傳送時不帶您的姓名。誰也不知道您用過什麼，首頁卻能顯示大家常辦的服務。
settings-search-way = 尋找方式
settings-search-meaning = 按字詞和意思
settings-search-words = 只按字詞
settings-search-parts = 這部裝置存放哪些服務
settings-search-parts-own = 全國通辦和我所在地區的
settings-search-parts-whole = 所有地區的

settings-answers = 以前填過的內容
settings-answers-body = 您送出表單後，手機號碼、地址等內容會儲存在這部裝置，以後不用再填。只有您自己填入並送出，才會提供給機關。
settings-answers-memory = 您在表單裡填寫的內容
settings-answers-remember = 儲存在這部裝置
settings-answers-forget = 不儲存
settings-answers-none = 還沒有儲存任何內容
settings-answers-forget-all = 清除以前填過的全部內容
# Variables: $value (text) - what the person wrote
settings-answers-forget-one = 清除 { $value }
settings-answers-other = 其他內容
settings-messages-reminders = 您同意的提醒
