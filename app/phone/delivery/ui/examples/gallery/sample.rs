//! Made-up views: every kind that is drawn, once.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_locale::{Formatter, Messages, TimeZone, Words, shell_messages};
use fingertip_standard::{
    events::{File, Input},
    view::{
        AddressInput, Attribute, Bill, Button, Chart, ChartForm, Choice, ChooseMany, ChooseOne, Confirmation,
        Credential, DateInput, Declaration, Field, FileInput, Image, Kind, Link, MapPoint, MoneyInput, Node,
        Notice, NumberInput, Page, PlaceInput, Progress, RecordList, RepeatGroup, Row, Section, SelectFrom,
        Series, Slot, SlotPicker, SummaryRow, Table, Task, TextArea, TextInput, TextPurpose, TimeInput,
        TimelineEntry, Tone, View, Weight,
    },
    words::{Date, Decimal, Entry, Money, Value, Word},
};

/// A view being written: words are given as (Chinese, English).
pub(crate) struct Writer {
    is_chinese: bool,
    words: Vec<Entry>,
    nodes: Vec<Node>,
}

/// A view with its words.
pub(crate) struct Sample {
    /// As the mini-app gives it.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the tests look at it"))]
    pub(crate) given: Arc<View>,
    /// As it is drawn, with every copy.
    pub(crate) view: Arc<View>,
    pub(crate) words: Words,
    pub(crate) inputs: BTreeMap<String, Input>,
    pub(crate) claims: BTreeMap<String, String>,
}

impl Writer {
    fn new(language: &str) -> Self {
        Self { is_chinese: language.starts_with("zh"), words: Vec::new(), nodes: Vec::new() }
    }

    fn w(&mut self, zh: &str, en: &str) -> Word {
        self.words.push(Entry::Value(Value::Data(if self.is_chinese { zh } else { en }.to_owned())));
        u32::try_from(self.words.len() - 1).expect("a small sample")
    }

    fn field(&mut self, zh: &str, en: &str) -> Field {
        Field {
            label: self.w(zh, en),
            hint: None,
            error: None,
            optional: false,
            fills_from: None,
            reports_change: false,
        }
    }

    /// Adds a node under `parent` (by key).
    fn add(&mut self, parent: &str, key: &str, kind: Kind) {
        let index = u32::try_from(self.nodes.len()).expect("a small sample");
        if let Some(parent) = self.nodes.iter_mut().find(|node| node.key == parent) {
            parent.children.push(index);
        }
        self.nodes.push(Node { key: key.to_owned(), kind, children: Vec::new() });
    }

    fn page(&mut self, zh: &str, en: &str, step: Option<(u32, u32)>) {
        let title = self.w(zh, en);
        self.add("", "page", Kind::Page(Page { title, step }));
    }

    fn button(&mut self, key: &str, weight: Weight, (zh, en): (&str, &str), submits: bool) {
        let label = self.w(zh, en);
        self.add(
            "page",
            key,
            Kind::Button(Button { label, weight, action: key.to_owned(), submits, confirm: None }),
        );
    }

    fn finish(self, language: &str) -> Sample {
        let formatter = Formatter::new(shell_messages(), language).in_zone(TimeZone::UTC);
        let bundle = Arc::new(Messages::new([]).expect("no resources are well formed"));
        let given = Arc::new(View { nodes: self.nodes, focus: None, revision: 1 });
        Sample {
            view: given.clone(),
            given,
            words: Words::new(self.words.into(), bundle, formatter, Arc::new(|_, _| None)),
            inputs: BTreeMap::new(),
            claims: BTreeMap::from([(
                "name".to_owned(),
                if language.starts_with("zh") { "王秀英" } else { "Wang Xiuying" }.to_owned(),
            )]),
        }
    }
}

fn money(minor: i64) -> Money {
    Money { currency: "CNY".into(), minor }
}

/// A page of a form, with an error.
pub(crate) fn form(language: &str) -> Sample {
    let mut w = Writer::new(language);
    w.page("申领新的社会保障卡", "Apply for a new social security card", Some((2, 4)));
    let body = w.w(
        "制卡约需 5 个工作日，办理期间可使用电子社保卡。",
        "The card takes about 5 working days. Until then you can use the electronic card.",
    );
    w.add("page", "before", Kind::Notice(Notice { tone: Tone::Information, title: None, body }));
    let (title, lead) = (
        w.w("联系方式", "How to reach you"),
        w.w("有进展时通过短信通知您。", "We send a text message when something happens."),
    );
    w.add("page", "contact", Kind::Section(Section { title: Some(title), lead: Some(lead) }));
    let label = w.w("姓名", "Name");
    w.add("page", "who", Kind::Attribute(Attribute { claim: "name".into(), label }));
    let mut field = w.field("手机号码", "Mobile number");
    field.error = Some(w.w("手机号码应为 11 位数字", "A mobile number has 11 digits"));
    w.add(
        "contact",
        "phone",
        Kind::TextInput(TextInput {
            field,
            purpose: TextPurpose::Phone,
            initial: "1380000".into(),
            max_chars: 0,
        }),
    );
    let mut field = w.field("电子邮箱", "E-mail");
    field.optional = true;
    field.hint = Some(w.w("用于接收电子凭证", "For your electronic receipt"));
    w.add(
        "contact",
        "mail",
        Kind::TextInput(TextInput {
            field,
            purpose: TextPurpose::Email,
            initial: String::new(),
            max_chars: 80,
        }),
    );
    let field = w.field("领卡方式", "How would you like to get it?");
    let (a, ah, b) = (
        w.w("邮寄到家", "By post"),
        w.w("3 到 5 天送达", "Arrives in 3 to 5 days"),
        w.w("到银行网点领取", "Collect it at a bank"),
    );
    let choices = vec![
        Choice { id: "post".into(), label: a, hint: Some(ah) },
        Choice { id: "bank".into(), label: b, hint: None },
    ];
    w.add("page", "delivery", Kind::ChooseOne(ChooseOne { field, choices, initial: Some("post".into()) }));
    w.button("continue", Weight::Primary, ("继续", "Continue"), true);
    w.finish(language)
}

/// Everything that a person fills in.
pub(crate) fn inputs(language: &str) -> Sample {
    let mut w = Writer::new(language);
    w.page("所有输入", "Every input", None);
    let title = w.w("文字与数字", "Text and numbers");
    w.add("page", "text", Kind::Section(Section { title: Some(title), lead: None }));
    let mut field = w.field("身份证号码", "Id number");
    field.fills_from = Some("name".into());
    w.add(
        "text",
        "id",
        Kind::TextInput(TextInput {
            field,
            purpose: TextPurpose::NationalId,
            initial: String::new(),
            max_chars: 18,
        }),
    );
    let field = w.field("情况说明", "What happened");
    w.add("text", "note", Kind::TextArea(TextArea { field, initial: String::new(), max_chars: 200 }));
    let (field, unit) = (w.field("房屋面积", "Floor area"), w.w("平方米", "square metres"));
    let (minimum, maximum) =
        (Some(Decimal { digits: 1, scale: 0 }), Some(Decimal { digits: 5000, scale: 0 }));
    w.add(
        "text",
        "area",
        Kind::NumberInput(NumberInput {
            field,
            initial: Some(Decimal { digits: 895, scale: 1 }),
            minimum,
            maximum,
            unit: Some(unit),
        }),
    );
    let field = w.field("充值金额", "Amount to top up");
    w.add(
        "text",
        "amount",
        Kind::MoneyInput(MoneyInput {
            field,
            currency: "CNY".into(),
            initial: Some(5000),
            minimum_minor: None,
            maximum_minor: Some(100_000),
        }),
    );
    let mut field = w.field("出生日期", "Date of birth");
    field.fills_from = Some("birth-date".into());
    w.add(
        "page",
        "born",
        Kind::DateInput(DateInput { field, initial: None, earliest: None, latest: None, remembered: true }),
    );
    let field = w.field("预约日期", "Day of the appointment");
    let day = |day| Some(Date { year: 2026, month: 11, day });
    w.add(
        "page",
        "day",
        Kind::DateInput(DateInput {
            field,
            initial: day(4),
            earliest: day(2),
            latest: day(30),
            remembered: false,
        }),
    );
    let field = w.field("预约时间", "Time");
    w.add("page", "time", Kind::TimeInput(TimeInput { field, initial_minute: Some(570) }));
    let field = w.field("需要的服务", "What you need");
    let choices =
        [("a", "轮椅", "A wheelchair"), ("b", "手语翻译", "Sign language"), ("c", "陪同", "Company")];
    let choices = choices
        .into_iter()
        .map(|(id, zh, en)| Choice { id: id.into(), label: w.w(zh, en), hint: None })
        .collect();
    w.add(
        "page",
        "needs",
        Kind::ChooseMany(ChooseMany { field, choices, initial: vec!["b".into()], at_most: Some(2) }),
    );
    let field = w.field("办理网点", "Office");
    let choices = [("1", "天河区政务中心", "Tianhe office"), ("2", "越秀区政务中心", "Yuexiu office")];
    let choices = choices
        .into_iter()
        .map(|(id, zh, en)| Choice { id: id.into(), label: w.w(zh, en), hint: None })
        .collect();
    w.add("page", "office", Kind::SelectFrom(SelectFrom { field, choices, code_list: None, initial: None }));
    let field = w.field("所在地区", "Region");
    w.add(
        "page",
        "region",
        Kind::SelectFrom(SelectFrom {
            field,
            choices: Vec::new(),
            code_list: Some("regions".into()),
            initial: None,
        }),
    );
    let field = w.field("证明材料", "Proof");
    let media_types = vec!["image/jpeg".to_owned(), "application/pdf".to_owned()];
    w.add(
        "page",
        "proof",
        Kind::FileInput(FileInput { field, media_types, max_bytes: 5 << 20, at_most: 2, from_camera: true }),
    );
    let (field, statement) =
        (w.field("我同意", "I agree"), w.w("我承诺所填内容属实。", "What I have written is true."));
    w.add("page", "declaration", Kind::Declaration(Declaration { field, statement, agreed: false }));
    w.button("send", Weight::Primary, ("提交", "Send"), true);
    let (label, confirm) = (
        w.w("放弃办理", "Give up"),
        w.w("放弃后，已填写的内容会被清除。", "What you have filled in will be gone."),
    );
    w.add(
        "page",
        "drop",
        Kind::Button(Button {
            label,
            weight: Weight::Destructive,
            action: "drop".into(),
            submits: false,
            confirm: Some(confirm),
        }),
    );
    let mut sample = w.finish(language);
    let file = File {
        handle: "1".into(),
        name: "proof.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: 1_300_000,
    };
    sample.inputs.insert("proof".into(), Input::Files(vec![file]));
    sample
}

/// Everything that a person reads.
pub(crate) fn reading(language: &str) -> Sample {
    let mut w = Writer::new(language);
    w.page("我的公交卡", "My bus card", None);
    let [kind, holder, issuer] = [
        w.w("岭南通公交卡", "City bus card"),
        w.w("王秀英", "Wang Xiuying"),
        w.w("市交通运输局", "City transport department"),
    ];
    let valid_until = Some(Date { year: 2030, month: 6, day: 30 });
    w.add(
        "page",
        "card",
        Kind::Credential(Credential {
            kind,
            holder,
            number: "5100 8826 0417 3395".into(),
            issuer,
            valid_until,
            code: Some(b"BUS-3395".to_vec()),
        }),
    );
    let heading = w.w("最近乘车", "Recent rides");
    w.add("page", "rides-head", Kind::Heading(heading));
    let rides = [("B1 路快速公交", "Line B1", "¥1.00"), ("地铁三号线", "Metro line 3", "¥4.00")];
    let rows = rides
        .into_iter()
        .map(|(zh, en, cost)| Row {
            title: w.w(zh, en),
            detail: Some(w.w("11月3日 08:12", "3 November, 08:12")),
            value: Some(w.w(cost, cost)),
            tone: Tone::Neutral,
            action: Some("open".into()),
        })
        .collect();
    w.add("page", "rides", Kind::RecordList(RecordList { rows, total: 9, more_action: Some("more".into()) }));
    let [title, unit, label] = [w.w("每月乘车次数", "Rides a month"), w.w("次", "rides"), w.w("公交", "Bus")];
    let categories = [("9月", "September"), ("10月", "October"), ("11月", "November")]
        .map(|(zh, en)| w.w(zh, en))
        .to_vec();
    let points = [34, 41, 12].map(|digits| Decimal { digits, scale: 0 }).to_vec();
    let chart = |form| Chart {
        form,
        title,
        categories: categories.clone(),
        series: vec![Series { label, points: points.clone() }],
        unit: Some(unit),
    };
    w.add("page", "bars", Kind::Chart(chart(ChartForm::Bars)));
    w.add("page", "line", Kind::Chart(chart(ChartForm::Line)));
    w.add("page", "parts", Kind::Chart(chart(ChartForm::PartsOfWhole)));
    let [title, body] = [
        w.w("卡片将于本月底到期", "The card expires this month"),
        w.w("到期后余额不会丢失，换卡后自动转入。", "Its balance is not lost: it moves to the new card."),
    ];
    w.add("page", "expiry", Kind::Notice(Notice { tone: Tone::Warning, title: Some(title), body }));
    let text = w.w("换卡免费。", "A new card costs nothing.");
    w.add("page", "text", Kind::Text(text));
    let (summary, inside) = (
        w.w("为什么会到期？", "Why does it expire?"),
        w.w("卡片芯片的使用年限为十年。", "Its chip lasts for ten years."),
    );
    w.add("page", "why", Kind::Details(summary));
    w.add("why", "why-text", Kind::Text(inside));
    let alternative = Some(w.w("自助充值机的位置图", "Where the machines stand"));
    w.add("page", "map", Kind::Image(Image { path: "common/map.png".into(), alternative }));
    let links = [("充值记录", "Top-ups", Tone::Neutral), ("挂失", "Report it lost", Tone::Urgent)];
    let links = links
        .into_iter()
        .map(|(zh, en, tone)| Link { label: w.w(zh, en), detail: None, tone, action: "go".into() })
        .collect();
    w.add("page", "links", Kind::LinkList(links));
    let tasks = [
        ("核对信息", "Check your details", Progress::Done),
        ("上传照片", "Hand in a photo", Progress::WaitingForYou),
        ("领取新卡", "Collect the card", Progress::Blocked),
    ];
    let tasks = tasks
        .into_iter()
        .map(|(zh, en, progress)| Task {
            label: w.w(zh, en),
            detail: None,
            progress,
            action: Some("task".into()),
        })
        .collect();
    w.add("page", "tasks", Kind::TaskList(tasks));
    let answers = [("姓名", "Name", Some(("王秀英", "Wang Xiuying"))), ("邮箱", "E-mail", None)];
    let answers = answers
        .into_iter()
        .map(|(zh, en, value)| SummaryRow {
            label: w.w(zh, en),
            value: value.map(|(zh, en)| w.w(zh, en)),
            change_action: Some("change".into()),
        })
        .collect();
    w.add("page", "answers", Kind::Summary(answers));
    let caption = w.w("票价", "Fares");
    let columns = [("线路", "Line"), ("票价", "Fare")].map(|(zh, en)| w.w(zh, en)).to_vec();
    let rows = vec![
        vec![w.w("普通线路", "Ordinary"), w.w("¥2.00", "¥2.00")],
        vec![w.w("快速线路", "Express"), w.w("¥4.00", "¥4.00")],
    ];
    w.add("page", "fares", Kind::Table(Table { caption, columns, rows }));
    let entries = [
        ("已受理", "Received", Progress::Done),
        ("审核中", "Under review", Progress::InProgress),
        ("制卡", "The card is made", Progress::NotStarted),
    ];
    let entries = entries
        .into_iter()
        .map(|(zh, en, progress)| TimelineEntry { title: w.w(zh, en), detail: None, at: None, progress })
        .collect();
    w.add("page", "timeline", Kind::Timeline(entries));
    w.finish(language)
}

/// Where and when, and what repeats or stands side by side.
pub(crate) fn places(language: &str) -> Sample {
    let mut w = Writer::new(language);
    w.page("家庭与预约", "Family and appointment", None);
    let (label, add_label) = (w.w("子女", "Child"), w.w("添加一名子女", "Add another child"));
    w.add("page", "child", Kind::RepeatGroup(RepeatGroup { label, add_label, at_least: 0, at_most: 5 }));
    let field = w.field("姓名", "Name");
    w.add(
        "child",
        "name",
        Kind::TextInput(TextInput {
            field,
            purpose: TextPurpose::Name,
            initial: String::new(),
            max_chars: 0,
        }),
    );
    let field = w.field("出生日期", "Date of birth");
    w.add(
        "child",
        "born",
        Kind::DateInput(DateInput { field, initial: None, earliest: None, latest: None, remembered: true }),
    );
    let field = w.field("居住地址", "Where you live");
    w.add("page", "home", Kind::AddressInput(AddressInput { field, region: None, initial: None }));
    let field = w.field("事发地点", "Where it happened");
    w.add("page", "spot", Kind::PlaceInput(PlaceInput { field, near_region: None }));
    let field = w.field("预约时间", "Your appointment");
    let hall = w.w("天河区政务中心", "Tianhe service centre");
    let slot = |id: &str, hours: i64, left| Slot {
        id: id.into(),
        at: 1_796_000_400_000 + hours * 3_600_000,
        minutes: 30,
        place: Some(hall),
        left,
    };
    let slots = vec![slot("a", 0, 0), slot("b", 1, 3), slot("c", 24, 1), slot("d", 25, 12)];
    w.add("page", "slot", Kind::SlotPicker(SlotPicker { field, slots, initial: None }));
    let titles = [("办理网点", "Offices"), ("自助机", "Machines")].map(|(zh, en)| w.w(zh, en)).to_vec();
    w.add("page", "tabs", Kind::Tabs(titles));
    let offices = [
        ("天河区政务中心", "Tianhe", 23_124_600, 113_361_200),
        ("越秀区政务中心", "Yuexiu", 23_128_900, 113_266_800),
    ];
    let offices = offices
        .into_iter()
        .map(|(zh, en, latitude_e6, longitude_e6)| MapPoint {
            label: w.w(zh, en),
            latitude_e6,
            longitude_e6,
            action: Some("office".into()),
        })
        .collect();
    w.add("tabs", "offices", Kind::Points(offices));
    let text = w.w("自助机全天开放。", "Machines are open all day.");
    w.add("tabs", "machines", Kind::Text(text));
    w.button("book", Weight::Primary, ("预约", "Book"), true);
    let mut sample = w.finish(language);
    sample.inputs.insert("child".into(), fingertip_standard::repeat::count(2));
    sample.inputs.insert("child.0.name".into(), Input::Text("An".into()));
    sample.view = Arc::new(fingertip_standard::repeat::expanded(&sample.view, &sample.inputs));
    sample
}

/// Paying and the end of a form.
pub(crate) fn end(language: &str) -> Sample {
    let mut w = Writer::new(language);
    w.page("充值", "Top up", Some((3, 3)));
    let [purpose, line, fee] =
        [w.w("公交卡充值", "Top-up of your bus card"), w.w("充值金额", "Amount"), w.w("手续费", "Fee")];
    let lines = vec![(line, money(5000)), (fee, money(0))];
    let payee = if w.is_chinese { "市交通运输局" } else { "City transport department" }.to_owned();
    w.add(
        "page",
        "bill",
        Kind::Bill(Bill { payee, purpose, lines, total: money(5000), action: "pay".into() }),
    );
    let title = w.w("已收到您的申请", "We have your application");
    let next = [
        ("3 个工作日内完成审核。", "We look at it within 3 working days."),
        ("结果会以短信告知。", "You get the result in a text message."),
    ]
    .map(|(zh, en)| w.w(zh, en))
    .to_vec();
    w.add(
        "page",
        "done",
        Kind::Confirmation(Confirmation {
            title,
            reference: "HR-20261124-7KQ2".into(),
            next,
            keeps_document: Some("receipt".into()),
        }),
    );
    let label = w.w("证件号码", "Id number");
    w.add("page", "hidden", Kind::Attribute(Attribute { claim: "id-number".into(), label }));
    w.finish(language)
}
