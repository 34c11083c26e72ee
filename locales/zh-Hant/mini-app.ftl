# What the shell itself says inside a mini-app's page.

# Variables: $current (number) - the step, $total (number) - how many steps there are
mini-app-step = 第 { $current } 步，共 { $total } 步
mini-app-busy = 正在辦理，請稍候
mini-app-optional = （選填）
# Variables: $count (number) - errors on the page
mini-app-errors-title = 有 { $count } 處需要更正
mini-app-filled = 已按您的身份資訊填好，可以修改。
# Variables: $value (text) - what is filled in
mini-app-known-use = 使用 { $value }
mini-app-known-identity = 來自您的身分資訊
# Variables: $day (text) - the day, $service (text) - a service
mini-app-known-written = 您 { $day } 辦理「{ $service }」時填寫
# Variables: $day (text) - the day
mini-app-known-written-day = 您 { $day } 填寫
# Variables: $title (text) - what the document is called
mini-app-known-document = 您的證件「{ $title }」上的號碼

mini-app-tone-neutral = 說明
mini-app-tone-information = 提示
mini-app-tone-success = 已完成
mini-app-tone-warning = 請注意
mini-app-tone-urgent = 重要

mini-app-progress-not-started = 未開始
mini-app-progress-blocked = 暫不能辦理
mini-app-progress-in-progress = 辦理中
mini-app-progress-waiting-for-you = 待您辦理
mini-app-progress-done = 已完成
mini-app-progress-problem = 出現問題

mini-app-confirm-cancel = 返回

mini-app-change = 修改
mini-app-not-given = 未填寫

mini-app-attribute-source = 來自您的身份資訊
mini-app-attribute-not-shared = 未提供

# Variables: $used (number) - characters typed, $most (number) - characters allowed
mini-app-text-count = 已輸入 { $used } 字，最多 { $most } 字
# Variables: $least (text) - a number
mini-app-number-least = 不小於 { $least }
# Variables: $most (text) - a number or an amount
mini-app-number-most = 不超過 { $most }
# Variables: $least (text), $most (text) - numbers
mini-app-number-range = { $least } 到 { $most } 之間
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
mini-app-choose-at-most = 最多選 { $count } 項

mini-app-select-choose = 請選擇
mini-app-select-filter = 輸入文字查詢
mini-app-select-none = 沒有找到，請少輸入幾個字再試。
# Variables: $shown (number) - answers shown, $found (number) - answers found
mini-app-select-count = { $found ->
    [0] 沒有找到，請少輸入幾個字再試。
   *[other] 共 { $found } 項，顯示 { $shown } 項
}

mini-app-file-choose = 選擇檔案
mini-app-file-camera = 拍照
mini-app-file-none = 未選擇檔案
# Variables: $count (number) - the most files, $size (text) - the largest size of each
mini-app-file-limits = 最多 { $count } 個檔案，每個不超過 { $size }
# Variables: $name (text) - the file's name
mini-app-file-remove = 移除 { $name }
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - the largest size
mini-app-file-too-large = 「{ $name }」有 { $size }，沒有加入：每個檔案不能超過 { $limit }。
    .simple = 「{ $name }」太大（{ $size }），最多 { $limit }。
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - what all may have
mini-app-file-too-much = 「{ $name }」有 { $size }，沒有加入：這份表單的所有檔案合計不能超過 { $limit }。
    .simple = 「{ $name }」（{ $size }）放不下了，全部檔案合起來最多 { $limit }。
# Variables: $name (text) - the file, $count (number) - the most files
mini-app-file-too-many = 「{ $name }」沒有加入：最多可以選擇 { $count } 個檔案。
# Variables: $name (text) - the file
mini-app-file-other-kind = 「{ $name }」沒有加入：檔案類型不符合要求。
# Variables: $name (text) - the file
mini-app-file-unreadable = 無法從本裝置讀取「{ $name }」，請重新選擇。
# Variables: $size (text) - a number
mini-app-file-size-kilobytes = { $size } KB
# Variables: $size (text) - a number
mini-app-file-size-megabytes = { $size } MB

mini-app-records-none = 這裡還沒有內容
mini-app-records-more = 顯示更多
# Variables: $shown (number) - rows shown, $total (number) - rows in all
mini-app-records-count = 已顯示 { $shown } 項，共 { $total } 項

mini-app-credential-holder = 持有人
mini-app-credential-number = 號碼
mini-app-code-too-much = 內容過多，無法產生可掃描的二維條碼。請出示號碼，或傳送證照本身。
mini-app-credential-code = 驗證碼
# Variables: $date (text) - a date
mini-app-credential-valid-until = 有效期至 { $date }

mini-app-chart-table = 以表格顯示
mini-app-chart-category = 項目

# Variables: $payee (text) - who is paid
mini-app-bill-payee = 收款單位：{ $payee }
mini-app-bill-total = 應付金額
# Variables: $amount (text) - an amount with its currency
mini-app-bill-pay = 支付 { $amount }

mini-app-confirmation-reference = 受理編號
mini-app-confirmation-copy = 複製
mini-app-confirmation-copied = 已複製
mini-app-confirmation-copy-failed = 未能複製，請選取文字後手動複製。
mini-app-confirmation-next = 接下來
mini-app-confirmation-kept = 有一份文件已存入「我的證照」。

# Variables: $label (text) - what repeats, $number (number) - which one
mini-app-repeat-item = { $label } { $number }
# Variables: $item (text) - which one
mini-app-repeat-remove = 刪除{ $item }
mini-app-address-region = 省、市、區
mini-app-address-rest = 街道、樓棟和門牌號
mini-app-place-hint = 地圖上顯示的緯度和經度，例如 23.1291, 113.2644
mini-app-place-here = 使用我現在的位置
mini-app-place-found = 已填入您的位置
mini-app-place-failed = 沒有找到您的位置。請允許本應用使用位置，或手動填寫。
# Variables: $count (number) - how many can still have it
mini-app-slot-left = 剩餘 { $count } 個名額
mini-app-slot-full = 已約滿
mini-app-slot-none = 目前沒有可預約的時間，請稍後再試。
# Variables: $number (number) - its number on the map, $label (text) - what stands there
mini-app-point = { $number }. { $label }
