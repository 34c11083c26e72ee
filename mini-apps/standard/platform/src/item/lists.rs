//! The standard's code lists. What a list does not have is kept and written back as it came: a newer platform may know more.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! list {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$of])* $variant,)+
            /// What a newer platform knows; kept and written back as it came.
            #[serde(untagged)]
            Unknown(String),
        }

        impl $name {
            /// All that the list has.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its code in the list.
            #[must_use]
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Unknown(text) => text,
                }
            }

            /// Its name in the list, in the standard's language.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text,
                }
            }

            /// What has this code.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().find(|one| one.code() == code).cloned()
            }

            /// What has this name.
            #[must_use]
            pub fn of_name(name: &str) -> Option<Self> {
                Self::ALL.iter().find(|one| one.name() == name).cloned()
            }
        }
    };
}

list! {
    /// What an authority does (事项类型). The code is the third and fourth digit of a basic code.
    ItemKind {
        /// Permits something.
        Licence = "01" "行政许可",
        /// Punishes.
        Penalty = "02" "行政处罚",
        /// Compels.
        Compulsion = "03" "行政强制",
        /// Collects.
        Levy = "04" "行政征收",
        /// Pays or gives.
        Benefit = "05" "行政给付",
        /// Inspects.
        Inspection = "06" "行政检查",
        /// Confirms what is.
        Confirmation = "07" "行政确认",
        /// Honours.
        Reward = "08" "行政奖励",
        /// Decides between two.
        Ruling = "09" "行政裁决",
        /// Does something else by its powers.
        OtherPower = "20" "其他行政权力",
        /// Serves, with no power over anybody.
        PublicService = "21" "公共服务",
    }
}

list! {
    /// A level of government (行使层级). The code is the digit after the credit code in an implementation code.
    ItemLevel {
        /// The nation.
        Nation = "1" "国家级",
        /// A province.
        Province = "2" "省级",
        /// A city.
        Prefecture = "3" "市级",
        /// A county.
        County = "4" "县级",
        /// A township or a street.
        Township = "5" "镇（乡、街道）级",
        /// A village or a neighbourhood.
        Village = "6" "村（社区）级",
    }
}

list! {
    /// Who may ask (服务对象).
    Audience {
        /// A person.
        Person = "1" "自然人",
        /// A company.
        Enterprise = "2" "企业法人",
        /// A public institution.
        Institution = "3" "事业法人",
        /// A social organisation.
        SocialOrganisation = "4" "社会组织法人",
        /// A business that is no legal person.
        UnincorporatedEnterprise = "5" "非法人企业",
        /// An authority.
        Authority = "6" "行政机关",
        /// Any other organisation.
        OtherOrganisation = "9" "其他组织",
    }
}

list! {
    /// Between which regions it does not matter where one asks (通办范围).
    HandlingScope {
        /// In the whole nation.
        Nation = "1" "全国",
        /// Also in some other provinces.
        AcrossProvinces = "2" "跨省",
        /// In every city of the province.
        AcrossCities = "3" "跨市",
        /// In every county of the city.
        AcrossCounties = "4" "跨县",
    }
}

list! {
    /// What is done online (网上办理深度).
    OnlineDepth {
        /// Advice is given.
        Advice = "1" "互联网咨询",
        /// Papers are received.
        Receipt = "2" "互联网收件",
        /// Papers are looked at before one comes.
        PreReview = "3" "互联网预审",
        /// The case is accepted.
        Acceptance = "4" "互联网受理",
        /// The case is handled.
        Handling = "5" "互联网办理",
        /// What came of it is told.
        ResultNotice = "6" "互联网办理结果信息反馈",
        /// The licence or certificate comes as an electronic one.
        ElectronicLicence = "7" "互联网电子证照反馈",
    }
}

list! {
    /// Where a document comes from (来源渠道).
    MaterialSource {
        /// Whoever asks has it.
        Applicant = "10" "申请人自备",
        /// An authority issues it.
        Authority = "20" "政府部门核发",
        /// From elsewhere.
        Elsewhere = "99" "其他",
    }
}

list! {
    /// How a service can be asked for (办理形式).
    Channel {
        /// At a window.
        Window = "1" "窗口办理",
        /// Online.
        Online = "2" "网上办理",
        /// By post or courier.
        Post = "3" "快递申请",
    }
}

list! {
    /// Of what a time limit is counted.
    LimitUnit {
        /// Working days.
        WorkingDays = "1" "工作日",
        /// Days of the calendar.
        Days = "2" "自然日",
    }
}
