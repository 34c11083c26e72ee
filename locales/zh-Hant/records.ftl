records-title = 我的證照
records-holder = 持有人
records-number = 號碼
# Variables: $day (text) - a date
records-valid-until = 有效期至 { $day }
# Variables: $time (text) - when it was true
records-as-of = 截至 { $time }
records-gone = 沒有這份證照
records-code-body = 給工作人員掃一掃。沒有網路也能出示。
verify-title = 核驗別人的證照
verify-body = 拍下或選擇證照碼的照片，也可以選擇檔案。系統按機關的簽章核驗，不儲存任何內容。
verify-typed = 貼上或輸入證照碼的內容
verify-code = 證照碼的內容
verify-code-hint = 用掃碼槍掃描，或把掃到的內容貼上到這裡。
verify-go = 核驗
verify-failed = 不能確認這份證照是真的
# Variables: $department (text) - who issued it
verify-genuine = 是真的，由{ $department }簽發
# Variables: $department (text) - who issued it
verify-ended = 由{ $department }簽發，但已經過期
verify-compare = 請對照本人。核驗的內容不會儲存。
payments-title = 繳費記錄和收據
payments-none = 還沒有繳費
payments-none-body = 在這裡透過服務支付的款項和收據會儲存下來。
payments-gone = 這裡沒有這筆繳費
payments-receipt = 收據
payments-amount = 金額
payments-at = 支付時間
payments-through = 透過其服務支付
payments-bill = 帳單編號
payments-number = 支付編號
payments-copy = 複製支付編號
payments-print = 列印或儲存為 PDF
records-more = 更多
