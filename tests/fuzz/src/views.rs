//! Steps out of bytes: mostly whole trees with a few things wrong, so that each rule is met alone; some quite wild.

use std::collections::BTreeMap;

use arbitrary::{Arbitrary, Result, Unstructured};
use fingertip_standard::{
    events::{File, Input},
    limits,
    requests::{Call, CaseDraft, ClaimWish, Evidence, Payment, Reminder, Request, Wish},
    step::Step,
    view::{
        AddressInput, Attribute, Bill, Button, Chart, ChartForm, Choice, ChooseMany, ChooseOne, Confirmation,
        Credential, DateInput, Declaration, Field, FileInput, Image, Kind, Link, MapPoint, MoneyInput, Node,
        Notice, NumberInput, Page, PlaceInput, Progress, RecordList, RepeatGroup, Row, Section, SelectFrom,
        Series, Slot, SlotPicker, SummaryRow, Table, Task, TextArea, TextInput, TextPurpose, TimeInput,
        TimelineEntry, Tone, View, Weight,
    },
    words::{Date, Decimal, Entry, Message, Money, Value, Word},
};

/// The step that `data` stands for, and what a person may have typed in it. Any bytes give one.
#[must_use]
pub fn from(data: &[u8]) -> (Step, BTreeMap<String, Input>) {
    let mut make = Make { u: Unstructured::new(data), words: 0, is_wild: false };
    let step = make.step().unwrap_or_default();
    let keys: Vec<String> =
        step.view.iter().flat_map(|view| &view.nodes).map(|node| node.key.clone()).collect();
    let inputs = make.inputs(&keys).unwrap_or_default();
    (step, inputs)
}

struct Make<'a> {
    u: Unstructured<'a>,
    words: u32,
    is_wild: bool,
}

impl<'a> Make<'a> {
    fn step(&mut self) -> Result<Step> {
        self.is_wild = self.once_in(10)?;
        let count = match 199 - self.u.int_in_range(0..=199)? {
            0 => limits::STEP_WORDS + 1,
            1 => 0,
            _ => self.u.int_in_range(1..=12)?,
        };
        self.words = u32::try_from(count).unwrap_or(0);
        let words = (0..count).map(|_| self.entry()).collect::<Result<_>>()?;
        let view = if self.once_in(50)? { None } else { Some(self.view()?) };
        let requests =
            if self.once_in(300)? { limits::STEP_REQUESTS + 1 } else { self.u.int_in_range(0..=2)? };
        let requests = (0..requests)
            .map(|_| Ok(Request { id: self.any()?, wish: self.wish()? }))
            .collect::<Result<_>>()?;
        Ok(Step { words, view, requests })
    }

    fn view(&mut self) -> Result<View> {
        let count = match 399 - self.u.int_in_range(0..=399)? {
            0 => 0,
            1 => limits::VIEW_NODES + 1,
            2..=5 => self.u.int_in_range(100..=limits::VIEW_NODES)?,
            _ => self.u.int_in_range(1..=24)?,
        };
        let is_deep = self.once_in(40)?;
        let mut nodes: Vec<Node> = Vec::with_capacity(count);
        // Nodes that take children, and whether they stand in a repeat group.
        let mut open: Vec<(usize, bool)> = Vec::new();
        let mut has_primary = false;
        for at in 0..count {
            let parent = match open.len() {
                0 => None,
                _ if is_deep => open.last().copied(),
                most => open.get(self.u.int_in_range(0..=most - 1)?).copied(),
            };
            let mut kind = if at == 0 {
                Kind::Page(Page { title: self.word()?, step: self.any()? })
            } else {
                self.kind()?
            };
            let is_repeated = parent.is_some_and(|(_, is_repeated)| is_repeated);
            if !self.is_wild {
                let is_second =
                    matches!(&kind, Kind::Button(button) if button.weight == Weight::Primary) && has_primary;
                let is_inner = matches!(kind, Kind::RepeatGroup(_)) && is_repeated;
                if (is_second || is_inner || (at > 0 && matches!(kind, Kind::Page(_))))
                    && !self.once_in(20)?
                {
                    kind = Kind::Text(self.word()?);
                }
            }
            has_primary |= matches!(&kind, Kind::Button(button) if button.weight == Weight::Primary);
            if kind.takes_children() && !matches!(kind, Kind::Tabs(_)) {
                open.push((at, is_repeated || matches!(kind, Kind::RepeatGroup(_))));
            }
            if let Some((parent, _)) = parent {
                nodes[parent].children.push(u32::try_from(at).unwrap_or(0));
            }
            nodes.push(Node { key: self.key(at)?, kind, children: Vec::new() });
        }
        self.fill_tabs(&mut nodes)?;
        let wrong = if self.is_wild { self.u.int_in_range(1..=6)? } else { usize::from(self.once_in(4)?) };
        for _ in 0..wrong {
            self.spoil(&mut nodes)?;
        }
        let focus = if self.once_in(3)? { Some(self.text()?) } else { None };
        Ok(View { nodes, focus, revision: self.any()? })
    }

    /// Tabs take their children from the end of the list, where there are any to take.
    fn fill_tabs(&mut self, nodes: &mut Vec<Node>) -> Result<()> {
        for at in 0..nodes.len() {
            let Kind::Tabs(titles) = &nodes[at].kind else { continue };
            if self.once_in(5)? {
                continue;
            }
            for _ in 0..titles.len() {
                let child = nodes.len();
                let node =
                    Node { key: format!("tab{child}"), kind: Kind::Text(self.word()?), children: Vec::new() };
                nodes.push(node);
                nodes[at].children.push(u32::try_from(child).unwrap_or(0));
            }
        }
        Ok(())
    }

    /// One thing wrong with the tree.
    fn spoil(&mut self, nodes: &mut [Node]) -> Result<()> {
        let Some(last) = nodes.len().checked_sub(1) else { return Ok(()) };
        let (at, other) = (self.u.int_in_range(0..=last)?, self.u.int_in_range(0..=last)?);
        match self.u.int_in_range(0..=6)? {
            0 => nodes[at].children.push(u32::try_from(other).unwrap_or(0)),
            1 => nodes[at].children.push(self.any()?),
            2 => drop(nodes[at].children.pop()),
            3 => nodes[at].key = nodes[other].key.clone(),
            4 => nodes.swap(at, other),
            5 => nodes[at].kind = self.kind()?,
            _ => nodes[at].key = self.text()?,
        }
        Ok(())
    }

    fn kind(&mut self) -> Result<Kind> {
        Ok(match 35 - self.u.int_in_range(0..=35)? {
            0 => Kind::Page(Page { title: self.word()?, step: None }),
            1 => Kind::Section(Section { title: self.maybe_word()?, lead: self.maybe_word()? }),
            2 => Kind::Heading(self.word()?),
            3 => Kind::Text(self.word()?),
            4 => Kind::Notice(Notice { tone: self.tone()?, title: self.maybe_word()?, body: self.word()? }),
            5 => Kind::Details(self.word()?),
            6 => Kind::Image(Image { path: self.path()?, alternative: self.maybe_word()? }),
            7 => Kind::Tabs(self.some(2, 4, Self::word)?),
            8 => Kind::Button(Button {
                label: self.word()?,
                weight: self.one(&[
                    Weight::Primary,
                    Weight::Secondary,
                    Weight::Quiet,
                    Weight::Destructive,
                ])?,
                action: self.text()?,
                submits: self.any()?,
                confirm: self.maybe_word()?,
            }),
            9 => Kind::LinkList(self.list(|make| {
                Ok(Link {
                    label: make.word()?,
                    detail: make.maybe_word()?,
                    tone: make.tone()?,
                    action: make.text()?,
                })
            })?),
            10 => Kind::TextInput(TextInput {
                field: self.field()?,
                purpose: self.one(&[
                    TextPurpose::Plain,
                    TextPurpose::Name,
                    TextPurpose::Phone,
                    TextPurpose::Email,
                    TextPurpose::NationalId,
                    TextPurpose::Plate,
                ])?,
                initial: self.text()?,
                max_chars: self.any()?,
            }),
            11 => Kind::TextArea(TextArea {
                field: self.field()?,
                initial: self.text()?,
                max_chars: self.any()?,
            }),
            12 => Kind::NumberInput(NumberInput {
                field: self.field()?,
                initial: self.maybe(Self::decimal)?,
                minimum: self.maybe(Self::decimal)?,
                maximum: self.maybe(Self::decimal)?,
                unit: self.maybe_word()?,
            }),
            13 => Kind::MoneyInput(MoneyInput {
                field: self.field()?,
                currency: self.text()?,
                initial: self.any()?,
                minimum_minor: self.any()?,
                maximum_minor: self.any()?,
            }),
            14 => Kind::DateInput(DateInput {
                field: self.field()?,
                initial: self.maybe(Self::date)?,
                earliest: self.maybe(Self::date)?,
                latest: self.maybe(Self::date)?,
                remembered: self.any()?,
            }),
            15 => Kind::TimeInput(TimeInput { field: self.field()?, initial_minute: self.any()? }),
            16 => Kind::ChooseOne(ChooseOne {
                field: self.field()?,
                choices: self.list(Self::choice)?,
                initial: self.maybe(Self::text)?,
            }),
            17 => Kind::ChooseMany(ChooseMany {
                field: self.field()?,
                choices: self.list(Self::choice)?,
                initial: self.list(Self::text)?,
                at_most: self.any()?,
            }),
            18 => Kind::SelectFrom(SelectFrom {
                field: self.field()?,
                choices: self.list(Self::choice)?,
                code_list: self.maybe(Self::text)?,
                initial: self.maybe(Self::text)?,
            }),
            19 => Kind::Declaration(Declaration {
                field: self.field()?,
                statement: self.word()?,
                agreed: self.any()?,
            }),
            20 => {
                let field = self.field()?;
                Kind::AddressInput(AddressInput {
                    field,
                    region: self.maybe(Self::text)?,
                    initial: self.maybe(Self::text)?,
                })
            }
            21 => Kind::PlaceInput(PlaceInput { field: self.field()?, near_region: self.maybe(Self::text)? }),
            22 => Kind::FileInput(FileInput {
                field: self.field()?,
                media_types: self.list(Self::text)?,
                max_bytes: if self.once_in(8)? {
                    self.any()?
                } else {
                    self.u.int_in_range(0..=limits::FILE_BYTES)?
                },
                at_most: self.any()?,
                from_camera: self.any()?,
            }),
            23 => {
                let at_most = if self.once_in(8)? { self.any()? } else { self.u.int_in_range(1..=20)? };
                let at_least =
                    if self.once_in(8)? { self.any()? } else { self.u.int_in_range(0..=at_most.min(20))? };
                Kind::RepeatGroup(RepeatGroup {
                    label: self.word()?,
                    add_label: self.word()?,
                    at_least,
                    at_most,
                })
            }
            24 => Kind::Attribute(Attribute { claim: self.text()?, label: self.word()? }),
            25 => Kind::Summary(self.list(|make| {
                Ok(SummaryRow {
                    label: make.word()?,
                    value: make.maybe_word()?,
                    change_action: make.maybe(Self::text)?,
                })
            })?),
            26 => Kind::TaskList(self.list(|make| {
                let (label, detail) = (make.word()?, make.maybe_word()?);
                Ok(Task { label, detail, progress: make.progress()?, action: make.maybe(Self::text)? })
            })?),
            27 => Kind::RecordList(RecordList {
                rows: self.list(|make| {
                    let (title, detail, value) = (make.word()?, make.maybe_word()?, make.maybe_word()?);
                    Ok(Row { title, detail, value, tone: make.tone()?, action: make.maybe(Self::text)? })
                })?,
                total: self.any()?,
                more_action: self.maybe(Self::text)?,
            }),
            28 => Kind::Credential(Credential {
                kind: self.word()?,
                holder: self.word()?,
                number: self.text()?,
                issuer: self.word()?,
                valid_until: self.maybe(Self::date)?,
                code: self.maybe(|make| Ok(make.text()?.into_bytes()))?,
            }),
            29 => {
                let columns = self.list(Self::word)?;
                let cells = columns.len();
                let rows = self.list(|make| {
                    let cells = if make.once_in(40)? { cells + 1 } else { cells };
                    (0..cells).map(|_| make.word()).collect()
                })?;
                Kind::Table(Table { caption: self.word()?, columns, rows })
            }
            30 => Kind::Timeline(self.list(|make| {
                Ok(TimelineEntry {
                    title: make.word()?,
                    detail: make.maybe_word()?,
                    at: make.any()?,
                    progress: make.progress()?,
                })
            })?),
            31 => Kind::Points(self.list(|make| {
                let odd = make.once_in(20)?;
                let mut degree = |most: i32| {
                    if odd {
                        Ok([i32::MIN, i32::MAX, most, -most, most + 1][make.u.int_in_range(0..=4)?])
                    } else {
                        make.u.int_in_range(-most..=most)
                    }
                };
                let (latitude_e6, longitude_e6) = (degree(90_000_000)?, degree(180_000_000)?);
                Ok(MapPoint {
                    label: make.word()?,
                    latitude_e6,
                    longitude_e6,
                    action: make.maybe(Self::text)?,
                })
            })?),
            32 => {
                let categories = self.list(Self::word)?;
                let count = categories.len();
                let series = self.list(|make| {
                    let count = if make.once_in(40)? { count + 1 } else { count };
                    Ok(Series {
                        label: make.word()?,
                        points: (0..count).map(|_| make.decimal()).collect::<Result<_>>()?,
                    })
                })?;
                let form = self.one(&[ChartForm::Bars, ChartForm::Line, ChartForm::PartsOfWhole])?;
                Kind::Chart(Chart { form, title: self.word()?, categories, series, unit: self.maybe_word()? })
            }
            33 => Kind::SlotPicker(SlotPicker {
                field: self.field()?,
                slots: self.list(|make| {
                    let (id, place) = (make.text()?, make.maybe_word()?);
                    Ok(Slot { id, at: make.any()?, minutes: make.any()?, place, left: make.any()? })
                })?,
                initial: self.maybe(Self::text)?,
            }),
            34 => Kind::Bill(Bill {
                payee: self.text()?,
                purpose: self.word()?,
                lines: self.list(|make| Ok((make.word()?, make.money()?)))?,
                total: self.money()?,
                action: self.text()?,
            }),
            _ => Kind::Confirmation(Confirmation {
                title: self.word()?,
                reference: self.text()?,
                next: self.list(Self::word)?,
                keeps_document: self.maybe(Self::text)?,
            }),
        })
    }

    fn wish(&mut self) -> Result<Wish> {
        Ok(match self.u.int_in_range(0..=15)? {
            0 => Wish::Claims(self.list(|make| {
                let evidence = make.one(&[Evidence::Value, Evidence::Test])?;
                Ok(ClaimWish {
                    claim: make.text()?.into(),
                    evidence,
                    test: make.maybe(Self::text)?,
                    purpose: make.word()?,
                })
            })?),
            1 => Wish::Call(Call {
                operation: self.text()?.into(),
                body: self.text()?,
                keep_until_online: self.any()?,
            }),
            2 => Wish::SubmitCase(CaseDraft {
                service: self.text()?.into(),
                region: self.text()?.into(),
                body: self.text()?,
                claims: self.list(|make| Ok(make.text()?.into()))?,
                documents: self.list(Self::text)?,
                files: self.list(Self::text)?,
            }),
            3 => Wish::WatchCase(self.text()?.into()),
            4 => Wish::ReadDocuments(self.list(Self::text)?),
            5 => Wish::OfferDocument(self.text()?),
            6 => Wish::Store { key: self.text()?, value: self.text()?.into_bytes() },
            7 => Wish::Fetch(self.text()?),
            8 => Wish::Locate,
            9 => Wish::ScanCode,
            10 => {
                let (bill_reference, payee) = (self.text()?, self.text()?);
                Wish::Pay(Payment { bill_reference, payee, total: self.money()?, purpose: self.word()? })
            }
            11 => Wish::Sign(self.text()?),
            12 => Wish::Share(self.word()?),
            13 => Wish::Open(self.text()?),
            14 => Wish::Remind(Reminder {
                at: self.any()?,
                title: self.word()?,
                detail: self.maybe_word()?,
                opens: self.text()?,
            }),
            _ => Wish::Close,
        })
    }

    fn inputs(&mut self, keys: &[String]) -> Result<BTreeMap<String, Input>> {
        let mut inputs = BTreeMap::new();
        for _ in 0..self.u.int_in_range(0..=12)? {
            let Some(most) = keys.len().checked_sub(1) else { break };
            let key = keys[self.u.int_in_range(0..=most)?].clone();
            inputs.insert(key, self.input()?);
        }
        Ok(inputs)
    }

    fn input(&mut self) -> Result<Input> {
        Ok(match self.u.int_in_range(0..=12)? {
            0 => Input::None,
            1 => Input::Text(self.text()?),
            2 => Input::Number(self.decimal()?),
            3 => Input::Money(self.money()?),
            4 => Input::Date(self.date()?),
            5 => Input::Minute(self.any()?),
            6 => Input::Choice(self.text()?),
            7 => Input::Choices(self.list(Self::text)?),
            8 => Input::Agreed(self.any()?),
            9 => Input::Address(self.text()?, self.text()?),
            10 => Input::Place(self.any()?, self.any()?),
            11 => Input::Files(self.list(|make| {
                Ok(File {
                    handle: make.text()?,
                    name: make.text()?,
                    media_type: make.text()?,
                    bytes: make.any()?,
                })
            })?),
            _ => Input::Slot(self.text()?),
        })
    }

    fn entry(&mut self) -> Result<Entry> {
        if self.once_in(3)? {
            let id = if self.u.arbitrary()? { "known".to_owned() } else { self.text()? };
            let args = self.list(|make| {
                let name = if make.u.arbitrary()? { "name".to_owned() } else { make.text()? };
                Ok((name, make.value()?))
            })?;
            return Ok(Entry::Message(Message { id, args }));
        }
        Ok(Entry::Value(self.value()?))
    }

    fn value(&mut self) -> Result<Value> {
        Ok(match self.u.int_in_range(0..=8)? {
            0 => Value::Data(self.text()?),
            1 => Value::Integer(self.any()?),
            2 => Value::Decimal(self.decimal()?),
            3 => Value::Percent(self.decimal()?),
            4 => Value::Money(self.money()?),
            5 => Value::Date(self.date()?),
            6 => Value::Instant(self.any()?),
            7 => Value::Days(self.any()?),
            _ => Value::Region(self.text()?),
        })
    }

    fn field(&mut self) -> Result<Field> {
        Ok(Field {
            label: self.word()?,
            hint: self.maybe_word()?,
            error: self.maybe_word()?,
            optional: self.any()?,
            fills_from: self.maybe(Self::text)?,
            reports_change: self.any()?,
        })
    }

    fn choice(&mut self) -> Result<Choice> {
        Ok(Choice { id: self.text()?, label: self.word()?, hint: self.maybe_word()? })
    }

    /// Almost always a word that is there.
    fn word(&mut self) -> Result<Word> {
        let is_there = self.words > 0 && !self.once_in(if self.is_wild { 20 } else { 2000 })?;
        if is_there { self.u.int_in_range(0..=self.words - 1) } else { self.any() }
    }

    fn maybe_word(&mut self) -> Result<Option<Word>> {
        self.maybe(Self::word)
    }

    fn key(&mut self, at: usize) -> Result<String> {
        Ok(match self.u.int_in_range(0..=if self.is_wild { 40 } else { 400 })? {
            0 if self.u.is_empty() => format!("n{at}"),
            0 => self.text()?,
            1 => "k".repeat(self.u.int_in_range(60..=70)?),
            2..=4 => format!("n{}.{}.n{at}", self.u.int_in_range(0..=9)?, self.u.int_in_range(0..=3)?),
            5 => format!("n{}.{at}", self.u.int_in_range(0..=9)?),
            _ => format!("n{at}"),
        })
    }

    /// When the bytes are used up, every number is the least: the odd cases are the largest ones.
    fn text(&mut self) -> Result<String> {
        Ok(match 1999 - self.u.int_in_range(0..=1999)? {
            0 => "x".repeat(limits::STEP_TEXT_BYTES + 1),
            1 => "好".repeat(limits::BODY_BYTES / 3 + 1),
            2..=9 => "long ".repeat(2_000),
            10..=300 => String::new(),
            301..=600 => {
                const ODD: [&str; 9] =
                    ["..", "\0", "\u{202e}abc", "a\u{301}\u{301}", "👩‍👩‍👧", " ", "{ $name }", "中文", "-1"];
                self.one(&ODD)?.to_owned()
            }
            601..=900 => String::arbitrary(&mut self.u)?.chars().take(40).collect(),
            _ => self.one(&["name", "a@b.cn", "440100", "go", "CNY", "+86 138 0000 0000"])?.to_owned(),
        })
    }

    fn path(&mut self) -> Result<String> {
        if self.once_in(12)? {
            self.one(&["/a", "../a", "a//b", "a\\b", "", "c:x", "a/./b"]).map(str::to_owned)
        } else {
            Ok("common/a.svg".to_owned())
        }
    }

    fn decimal(&mut self) -> Result<Decimal> {
        let scale = if self.once_in(4)? { self.any()? } else { self.u.int_in_range(0..=4)? };
        Ok(Decimal { digits: self.any()?, scale })
    }

    fn date(&mut self) -> Result<Date> {
        if self.once_in(3)? {
            Ok(Date { year: self.any()?, month: self.any()?, day: self.any()? })
        } else {
            Ok(Date { year: 2026, month: 11, day: 24 })
        }
    }

    fn money(&mut self) -> Result<Money> {
        Ok(Money { currency: self.text()?, minor: self.any()? })
    }

    fn tone(&mut self) -> Result<Tone> {
        self.one(&[Tone::Neutral, Tone::Information, Tone::Success, Tone::Warning, Tone::Urgent])
    }

    fn progress(&mut self) -> Result<Progress> {
        self.one(&[
            Progress::NotStarted,
            Progress::Blocked,
            Progress::InProgress,
            Progress::WaitingForYou,
            Progress::Done,
            Progress::Problem,
        ])
    }

    /// A short list; once in a while one that is too long.
    fn list<T>(&mut self, one: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        if self.once_in(3000)? {
            self.some(limits::NODE_ITEMS, limits::NODE_ITEMS + 1, one)
        } else {
            self.some(0, 4, one)
        }
    }

    fn some<T>(
        &mut self,
        least: usize,
        most: usize,
        mut one: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        let count = self.u.int_in_range(least..=most)?;
        (0..count).map(|_| one(self)).collect()
    }

    fn maybe<T>(&mut self, one: impl FnOnce(&mut Self) -> Result<T>) -> Result<Option<T>> {
        if self.u.arbitrary()? { one(self).map(Some) } else { Ok(None) }
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> Result<T> {
        self.u.choose(of).cloned()
    }

    fn any<T: Arbitrary<'a>>(&mut self) -> Result<T> {
        self.u.arbitrary()
    }

    fn once_in(&mut self, times: u32) -> Result<bool> {
        // Not 0: when the bytes are used up, everything is 0, and then nothing odd is wanted.
        Ok(self.u.int_in_range(0..=times - 1)? == times / 2)
    }
}
