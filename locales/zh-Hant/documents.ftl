# Whether a document still holds
documents-valid = 有效
documents-withdrawn = 已撤銷
documents-suspended = 暫時停用
documents-key-gone = 簽發部門不再認可
documents-ended = 已過期
documents-unclear = 請向簽發部門查詢
documents-unasked = 尚未核驗
# Variables: $time (text) - when the department was asked
documents-checked = 最近核驗：{ $time }
# Variables: $time (text) - when the department was asked last
documents-checked-before = 最近核驗：{ $time }。此後無法再次核驗。
    .simple = 我們上次查詢是 { $time }，之後沒能再查。
documents-never-checked = 還沒能核驗：未能連線簽發部門。
    .simple = 還沒有問過簽發部門。請連上網路後再試。

# Showing a document
documents-show = 出示證照碼
documents-shown = 出示紀錄
documents-shown-never = 您還沒有出示過。
documents-shown-code = 以證照碼出示
documents-shown-page = 列印或存為頁面
documents-shown-export = 隨全部資料一起匯出
# Variables: $department (text) - who got it
documents-shown-given = 交給{ $department }
# Variables: $part (number) - which code, $count (number) - how many there are
documents-part = 第 { $part } 個碼，共 { $count } 個
documents-parts-body = 這份證照一個碼放不下。請讓對方把每個碼都掃一遍，先後不限。
    .simple = 這份證照有好幾個碼。請讓對方一個一個都掃到。
documents-part-before = 上一個碼
documents-part-next = 下一個碼
documents-too-large = 這份證照太大，不能用碼出示。請透過服務提交。
    .simple = 這份證照放不進碼裡。請透過服務提交。

# Checking somebody else's document
# Variables: $department (text) - who issued it
verify-withdrawn = 由{ $department }簽發，但已經撤銷
# Variables: $department (text) - who issued it
verify-suspended = 由{ $department }簽發，但已暫停使用，現在無效
# Variables: $department (text) - who issued it
verify-unclear = 由{ $department }簽發。是否有效請向該部門查詢。
# Variables: $department (text) - who issued it
verify-unasked = 由{ $department }簽發，但無法核驗現在是否有效
    .simple = 是{ $department }簽發的。我們沒能問到現在是不是還有效。
# Variables: $scanned (number) - how many parts are there, $count (number) - how many there are
verify-parts = 已讀 { $scanned } 個碼，共 { $count } 個
verify-parts-body = 請繼續讀下一個碼，先後不限。
verify-file = 照片或檔案
verify-file-hint = 證照碼的照片或螢幕截圖，或者含有其內容的檔案。
# Variables: $size (text) - the largest file
verify-file-limits = JPEG、PNG、WebP 或文字，最大 { $size }
fault-photo-large = 照片太大，請換一張小一點的。
    .simple = 照片太大了。請拍一張小一點的。
fault-photo-kind = 無法讀取這個檔案。請選擇照片（JPEG、PNG 或 WebP）或文字。
    .simple = 這個檔案讀不了。請選一張照片。
fault-photo-code = 照片中沒有能識別的碼。請重拍：把整個碼拍正、拍清楚。
    .simple = 照片裡沒有找到碼。請再拍一次，把整個碼拍清楚。
fault-no-document = 這不是證照。請重新掃描證照碼。
    .simple = 這不是證照。請再掃一次證照碼。

# Taking along
take-out-print = 列印或存為 PDF
take-out-check = 拿到這頁紙的人可以核驗：在應用程式的「核驗別人的證照」中掃描此碼。
take-out-last-day = 把到期日放進行事曆
# Variables: $title (text) - the document's title
take-out-last-day-title = 到期：{ $title }
take-out-last-day-details = 請在這一天之前換發。
take-out-promised-day = 把承諾辦結日放進行事曆
# Variables: $service (text) - what was asked for
take-out-promised-title = 承諾辦結：{ $service }
# Variables: $file (text) - where it is
take-out-saved = 已儲存為 { $file }。請用行事曆開啟這個檔案。
    .simple = 日期在這個檔案裡：{ $file }。請用行事曆開啟。
