cases-title = 我的辦件
cases-gone = 沒有這個辦件
cases-history = 辦理過程
# Variables: $reference (text) - the case's reference
cases-reference = 辦件編號：{ $reference }
# Variables: $name (text) - the helper
cases-handed-in-by = 由{ $name }代您提交
# Variables: $name (text) - whose it is
cases-outgoing-for = 替{ $name }辦理
# Variables: $day (text) - a date
cases-promised = 承諾最遲 { $day } 辦結
    .simple = 最遲 { $day } 辦好
# Variables: $days (number) - working days
cases-promise-begins = 受理後 { $days } 個工作日內辦結
cases-promise-stands = 時限暫停計算，補正材料後繼續
# Variables: $year (text) - a year
cases-promise-may-move = { $year } 年的節假日安排尚未公佈，日期可能調整
# Variables: $count (number) - how many applications wait
cases-waiting = 有 { $count } 份申請等待網路
    .simple = 有 { $count } 份申請還沒送出去。有網路就自動送。
# Variables: $service (text) - the service's name
cases-outgoing-case = { $service }
# Variables: $reference (text) - the case's reference
cases-outgoing-rating = 對辦件 { $reference } 的評價
cases-outgoing-unknown = 本版本無法識別的內容
# Variables: $time (text) - when it was handed in
cases-outgoing-since = 您於 { $time } 提交，已儲存在本機，將盡快傳送。
    .simple = 您在 { $time } 交的，還在手機裡，會自動送出去。
# Variables: $time (text) - when it is tried again
cases-outgoing-next = 下次傳送時間：{ $time }。
# Variables: $percent (number) - how much of its files has been sent
cases-outgoing-sent = 已傳送 { $percent }%。
cases-outgoing-send = 立即傳送
cases-outgoing-take-back = 撤回
cases-not-accepted = 未被接收
    .simple = 沒有收下
# Variables: $words (text) - the department's own words
cases-not-accepted-words = 部門答覆：{ $words }
cases-not-accepted-service = 該服務已不再提供。
cases-not-accepted-region = 您所在的地區不辦理該服務。
cases-not-accepted-size = 內容超過平台允許的大小，請減少或縮小檔案。
# Variables: $code (text) - the platform's code of the reason
cases-not-accepted-other = 平台給出的原因是「{ $code }」，詳情請洽辦理部門。
cases-not-accepted-form = 您填寫的內容已保留為表單，可以修改後重新提交。
    .simple = 您填的還在，改好了可以再交。
cases-not-accepted-open = 開啟表單
cases-not-accepted-put-away = 不再顯示
cases-state-received = 已收到
    .simple = 收到了
cases-state-accepted = 已受理
    .simple = 開始辦了
cases-state-refused = 不予受理
    .simple = 不能辦
cases-state-correction-asked = 需要補正
    .simple = 有些地方要您改
cases-state-review = 審查中
    .simple = 正在看
cases-state-supplement-asked = 需要補充資料
    .simple = 還要您補充一些
cases-state-suspended = 暫停辦理
    .simple = 先停一停
cases-state-appealed = 已收到異議
    .simple = 您不同意這個決定
cases-state-approved = 已通過
    .simple = 同意了
cases-state-rejected = 未通過
    .simple = 沒有同意
cases-state-delivered = 已送達
    .simple = 送到了
cases-state-closed = 已辦結
    .simple = 辦完了
cases-state-withdrawn = 已撤回
    .simple = 您收回了
cases-state-unknown = 請向辦理部門詢問進度
    .simple = 請問一問部門
cases-progress-not-started = 未開始
cases-progress-blocked = 等待其他事項
cases-progress-in-progress = 進行中
cases-progress-waiting-for-you = 等待您處理
cases-progress-done = 完成
cases-progress-problem = 有問題
cases-rate = 評價這次服務
cases-rate-question = 您滿意嗎？
cases-rate-text = 想說的話
cases-rate-send = 提交評價
# Variables: $level (text) - the level in words
cases-rated = 您的評價：{ $level }
cases-rating-very-satisfied = 非常滿意
cases-rating-satisfied = 滿意
cases-rating-fairly-satisfied = 基本滿意
cases-rating-dissatisfied = 不滿意
cases-rating-very-dissatisfied = 非常不滿意
cases-rating-unknown = 此版本不認識的評價
# Variables: $office (text) - the office, by its name
cases-office = 目前由{ $office }辦理
cases-late = 已超過承諾的日期。
    .simple = 已經晚了。
# Variables: $office (text) - the office, by its name
cases-escalated = 已告知上級部門：{ $office }
cases-promise-on-hold = 中止期間時限暫停計算
cases-asked = 需要您提供
    .simple = 要您做的事
# Variables: $day (text) - a date
cases-answer-by = 請最遲於 { $day } 答覆
cases-said = 往來紀錄
# Variables: $name (text) - a department, $what (text) - what it did
cases-entry-of = { $name }：{ $what }
cases-entry-answer = 您作了答覆
cases-entry-addition = 您補充了內容
cases-entry-withdrawal = 您撤回了辦件
cases-entry-appeal = 您對決定提出了異議
cases-entry-question = 您提了問題
cases-entry-reply = 答覆
cases-entry-escalation = 辦理已逾期
cases-entry-put-aside = 部門尚未接收
cases-entry-unknown = 本版本無法辨識的內容
cases-entry-document = 您的一份證照
# Variables: $name (text) - a file's name, $size (text) - its size
cases-entry-file = { $name }（{ $size }）
cases-party-person = 您說的
cases-party-department = 部門說的
cases-party-platform = 平台說的
cases-party-unknown = 其他方說的
cases-act-answer = 您的答覆
cases-act-answer-words = 補充說明
cases-act-answer-send = 傳送答覆
cases-act-add = 補充內容
cases-act-add-body = 補充的內容會送到正在辦理的部門。
cases-act-add-words = 內容說明
cases-act-add-send = 補充到辦件
cases-act-ask = 向部門提問
cases-act-ask-body = 部門會連同這個辦件閱讀您的問題，答覆會出現在這裡和訊息中。
cases-act-ask-words = 您的問題
cases-act-ask-send = 傳送問題
cases-act-withdraw = 撤回辦件
cases-act-withdraw-body = 部門將停止辦理。已繳的費用和已提交的內容不會撤銷，以後可以重新提交。
    .simple = 部門就不辦了。以後還可以再交。
cases-act-withdraw-words = 原因
cases-act-withdraw-send = 現在撤回
cases-act-appeal = 對決定提出異議
cases-act-appeal-body = 部門會再審查一次。每個辦件只能提出一次異議，請寫全理由。
    .simple = 覺得結果不對？寫下理由，部門會再看一次。
cases-act-appeal-words = 您認為決定有誤的理由
cases-act-appeal-send = 提交異議
cases-act-cancel = 取消
cases-act-again = 修改後重新傳送
cases-act-file = 檔案或照片
cases-act-documents = 您的證照
cases-act-no-document = 本機上沒有仍然有效的該類證照。
    .simple = 手機裡沒有這個證。
cases-act-missing-words = 請寫下您要說的話
# Variables: $label (text) - what is asked for
cases-act-missing-answer = 請填寫：{ $label }
# Variables: $label (text) - what is asked for
cases-act-missing-file = 請選擇檔案：{ $label }
# Variables: $label (text) - what is asked for
cases-act-missing-document = 請選擇證照：{ $label }
# Variables: $most (number) - the most characters
cases-act-fewer-words = 每項最多寫 { $most } 個字
# Variables: $what (text) - what the person does, $reference (text) - the case's reference
cases-outgoing-act = { $what }，辦件 { $reference }
cases-rate-reasons = 主要是哪方面？
cases-rate-anonymous = 不告訴部門是哪個辦件
cases-reason-fast = 辦得快
cases-reason-clear = 怎麼辦很清楚
cases-reason-friendly = 態度好
cases-reason-nothing-asked-twice = 不用重複提供
cases-reason-slow = 辦得慢
cases-reason-unclear = 怎麼辦不清楚
cases-reason-unfriendly = 態度不好
cases-reason-asked-twice = 重複要資料
cases-reason-decision-unexplained = 決定沒有說明理由
cases-reason-technical-trouble = 應用程式或網路出錯
cases-follow-up = 評價的處理情況
# Variables: $day (text) - a date
cases-follow-up-open = 部門最遲於 { $day } 答覆您。
# Variables: $day (text) - a date
cases-follow-up-late = { $day } 已過，部門還沒有答覆。
cases-follow-up-appealed = 平台營運方正在核查。
cases-follow-up-closed = 處理已結束。
# Variables: $words (text) - the person's own words
cases-follow-up-objection = 您提出了異議：{ $words }
cases-follow-up-objected = 對答覆的異議
# Variables: $words (text) - the operator's words
cases-follow-up-operator = 平台營運方答覆：{ $words }
# Variables: $words (text) - the department's words
cases-follow-up-exclusion = 部門申請不計入您的評價，理由：{ $words }
cases-follow-up-excluded = 您的評價未計入統計。
cases-follow-up-on-its-way = 您的異議已儲存在本機，將盡快傳送。
cases-follow-up-object = 這不算答覆
cases-follow-up-why = 為什麼不算
