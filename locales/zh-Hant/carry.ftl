carry-save-title = 加密副本
carry-save-body = 把您在本機上的全部內容存成一個檔案：辦件、證照、沒填完的表、等待傳送的內容、設定。檔案以復原碼加密。沒有復原碼，任何人都打不開，我們也打不開。
    .simple = 您在這裡的所有內容會存成一個檔案，用一個碼鎖住。請保管好這個碼：沒有它，誰也打不開檔案。
carry-save = 儲存加密副本
carry-sign-in = 請先登入：一份副本只屬於一個人。
carry-code-title = 您的復原碼
carry-code-body = 請抄在紙上，或列印本頁，並與檔案分開保管。復原碼只顯示這一次。
    .simple = 請現在把這個碼抄在紙上。它只顯示一次。把紙放在安全的地方。
carry-code-copy = 複製復原碼
carry-code-written = 我已經抄好
carry-code-cancel = 暫不儲存
carry-busy = 請稍候……
# Variables: $file (text) - where the copy is
carry-saved = 副本儲存在：{ $file }
carry-saved-body = 請把它移到別處：只留在本機上的副本會隨本機一起遺失。
    .simple = 請把這個檔案也放到別的裝置上。這台裝置丟了，檔案還在。
carry-saved-done = 知道了
carry-bring-title = 復原副本
carry-bring-body = 本機上缺少的內容會從副本中復原。本機上較新的內容不會改變。
    .simple = 副本裡有、這裡沒有的，會回到這裡。這裡的內容不會丟。
carry-bring-file = 副本檔案
# Variables: $size (text) - the largest size
carry-bring-file-limits = 檔名以 .age 結尾，不超過 { $size }
carry-bring-file-none = 未選擇檔案
carry-bring-code = 復原碼
carry-bring-code-hint = 28 位字母和數字，不分大小寫，可以不輸橫線
carry-bring = 復原
carry-came-title = 副本已復原
carry-came-nothing = 副本中的內容本機上都已經有了。
# Variables: $count (number) - how many
carry-came-cases = 辦件：{ $count }
# Variables: $count (number) - how many
carry-came-documents = 證照：{ $count }
# Variables: $count (number) - how many
carry-came-consents = 您同意過的事項：{ $count }
# Variables: $count (number) - how many
carry-came-disclosures = 資訊提供紀錄：{ $count }
# Variables: $count (number) - how many
carry-came-outgoing = 已提交、未傳送：{ $count }
# Variables: $count (number) - how many
carry-came-drafts = 沒填完的表：{ $count }
carry-start = 我有另一台裝置上的副本
fault-carry-code-length = 復原碼有 28 位字母和數字。請與您抄下的核對。
    .simple = 位數不對，請再看看您抄的紙。
fault-carry-code-sign = 其中有復原碼裡沒有的符號。復原碼只有字母和數字。
    .simple = 有一位不對。碼裡只有字母和數字。
fault-carry-code-check = 復原碼有誤，請與您抄下的逐位核對。
    .simple = 有一位不對，請對著紙一位一位地看。
fault-carry-not-a-copy = 這個檔案不是加密副本。請選擇檔名以 .age 結尾的檔案。
    .simple = 這是別的檔案。請選擇檔名以 .age 結尾的那個。
fault-carry-wrong-code = 這個復原碼打不開這個檔案。每份副本都有自己的復原碼。
    .simple = 這個碼是另一個檔案的。每個檔案有自己的碼。
fault-carry-torn = 檔案已損壞或不完整。沒有任何改變。請重新把它傳到本機，或使用另一份副本。
    .simple = 這個檔案壞了。這裡什麼都沒有改變。請重新取檔案，或換一份。
fault-carry-work = 這個檔案不是本應用程式產生的：開啟它會讓本機忙很久。沒有開啟。
    .simple = 這個檔案不是我們的應用程式做的，沒有開啟。
fault-carry-large = 副本太大。如果有很多內容等待傳送，請連線傳送後重新儲存副本。
    .simple = 檔案太大。請先連線，等內容都送出去，再試一次。
fault-carry-newer = 這份副本由較新版本的應用程式儲存。請更新應用程式後再復原。
    .simple = 這個應用程式太舊，讀不了這個檔案。請更新，再試一次。
fault-carry-anothers = 這份副本屬於另一個人。沒有任何改變。請由本人登入後復原。
    .simple = 這個檔案是別人的。這裡什麼都沒有改變。
fault-carry-nobodys = 請先登入：一份副本只屬於一個人。
