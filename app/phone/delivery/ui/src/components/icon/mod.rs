//! The one icon set.

use dioxus::prelude::*;
use fingertip_contract::Theme;
use icondata_core::IconData;
use icondata_lu::{LuAccessibility, LuAnnoyed, LuArrowLeft, LuArrowRight, LuBaby, LuBadgeCheck, LuBan, LuBell, LuBookUser, LuBriefcase, LuBuilding, LuBus, LuCalendarDays, LuCamera, LuCheck, LuChevronDown, LuChevronRight, LuCircle, LuCircleAlert, LuCircleCheck, LuCircleDashed, LuCircleDot, LuCircleHelp, LuClipboardList, LuClock, LuCopy, LuCreditCard, LuDownload, LuEllipsis, LuExternalLink, LuFileText, LuFingerprint, LuFlag, LuFolderOpen, LuFrown, LuGlobe, LuGraduationCap, LuHandHelping, LuHeadset, LuHeartPulse, LuHistory, LuHourglass, LuHouse, LuInbox, LuInfo, LuLandmark, LuLanguages, LuLaugh, LuLayoutGrid, LuLeaf, LuLock, LuLogIn, LuLogOut, LuMail, LuMapPin, LuMeh, LuMic, LuMoon, LuOctagonAlert, LuPalette, LuPencil, LuPhone, LuPlus, LuQrCode, LuReceipt, LuRefreshCw, LuScale, LuScanLine, LuSearch, LuSend, LuSettings, LuShare2, LuShieldCheck, LuSmile, LuSprout, LuStar, LuStore, LuSun, LuTrash2, LuTriangleAlert, LuType, LuUpload, LuUser, LuUsers, LuVolume2, LuWallet, LuWifiOff, LuX, LuZap};

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $shape:ident),* $(,)?) => {
        /// Every icon that the shell draws.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum IconName { $($(#[$doc])* $name),* }

        impl IconName {
            /// All of them, for a page of samples.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            fn shape(self) -> &'static IconData {
                match self {
                    $(Self::$name => $shape),*
                }
            }
        }
    };
}

icons! {
    /// The home screen.
    Home = LuHouse,
    /// All services.
    Services = LuLayoutGrid,
    /// Cases.
    Cases = LuClipboardList,
    /// Records and documents.
    Records = LuFolderOpen,
    /// The person.
    Person = LuUser,
    /// Several people, a family.
    People = LuUsers,
    /// Look for something.
    Search = LuSearch,
    /// Speak.
    Microphone = LuMic,
    /// Scan a code or a paper.
    Scan = LuScanLine,
    /// Close.
    Close = LuX,
    /// Go back; turned round in right-to-left scripts.
    Back = LuArrowLeft,
    /// Go on; turned round in right-to-left scripts.
    Forward = LuArrowRight,
    /// Opens something; turned round in right-to-left scripts.
    Open = LuChevronRight,
    /// Unfolds something.
    Unfold = LuChevronDown,
    /// Yes, chosen.
    Check = LuCheck,
    /// It worked.
    Success = LuCircleCheck,
    /// Good to know.
    Information = LuInfo,
    /// Take care.
    Warning = LuTriangleAlert,
    /// Act now.
    Urgent = LuOctagonAlert,
    /// An error beside an input.
    Error = LuCircleAlert,
    /// Help.
    Help = LuCircleHelp,
    /// A person helps.
    Helper = LuHeadset,
    /// Nothing done yet.
    NotStarted = LuCircle,
    /// Waits for something else.
    Blocked = LuCircleDashed,
    /// Under way.
    InProgress = LuHourglass,
    /// The person's turn.
    YourTurn = LuCircleDot,
    /// A time.
    Clock = LuClock,
    /// A day.
    Calendar = LuCalendarDays,
    /// What was done before.
    History = LuHistory,
    /// More actions.
    More = LuEllipsis,
    /// Settings.
    Settings = LuSettings,
    /// Messages and reminders.
    Bell = LuBell,
    /// A message box with nothing in it.
    Inbox = LuInbox,
    /// A letter.
    Mail = LuMail,
    /// A place.
    Place = LuMapPin,
    /// A telephone.
    Phone = LuPhone,
    /// Languages.
    Language = LuLanguages,
    /// The web.
    Globe = LuGlobe,
    /// Size of the text.
    TextSize = LuType,
    /// Seniors mode and other easements.
    Accessibility = LuAccessibility,
    /// Read aloud.
    ReadAloud = LuVolume2,
    /// Light.
    Light = LuSun,
    /// Dark.
    Dark = LuMoon,
    /// A lock.
    Lock = LuLock,
    /// Proved to be real.
    Verified = LuBadgeCheck,
    /// Protected.
    Shield = LuShieldCheck,
    /// Identity.
    Identity = LuFingerprint,
    /// Sign in.
    SignIn = LuLogIn,
    /// Sign out.
    SignOut = LuLogOut,
    /// No network.
    Offline = LuWifiOff,
    /// Try again.
    Retry = LuRefreshCw,
    /// Copy.
    Copy = LuCopy,
    /// Share.
    Share = LuShare2,
    /// Send.
    Send = LuSend,
    /// Save to the device.
    Download = LuDownload,
    /// Hand in a file.
    Upload = LuUpload,
    /// Take a photo.
    Camera = LuCamera,
    /// A file.
    File = LuFileText,
    /// Remove.
    Remove = LuTrash2,
    /// Change.
    Change = LuPencil,
    /// Add.
    Add = LuPlus,
    /// A code to show.
    Code = LuQrCode,
    /// A card.
    Card = LuCreditCard,
    /// A purse, paying.
    Wallet = LuWallet,
    /// A bill.
    Receipt = LuReceipt,
    /// Leaves the shell.
    External = LuExternalLink,
    /// Report.
    Report = LuFlag,
    /// Rate.
    Star = LuStar,
    /// Not allowed.
    Ban = LuBan,
    /// A child.
    Child = LuBaby,
    /// A department.
    Department = LuLandmark,
    /// Very satisfied.
    FaceVeryGood = LuLaugh,
    /// Satisfied.
    FaceGood = LuSmile,
    /// Fairly satisfied.
    FaceFair = LuMeh,
    /// Dissatisfied.
    FaceBad = LuAnnoyed,
    /// Very dissatisfied.
    FaceVeryBad = LuFrown,
    /// [`Theme::Education`].
    Education = LuGraduationCap,
    /// [`Theme::SocialSecurity`].
    SocialSecurity = LuHandHelping,
    /// [`Theme::Healthcare`].
    Healthcare = LuHeartPulse,
    /// [`Theme::Transport`].
    Transport = LuBus,
    /// [`Theme::Utilities`].
    Utilities = LuZap,
    /// [`Theme::Housing`].
    Housing = LuBuilding,
    /// [`Theme::PublicSecurity`].
    PublicSecurity = LuBookUser,
    /// [`Theme::Employment`].
    Employment = LuBriefcase,
    /// [`Theme::Business`].
    Business = LuStore,
    /// [`Theme::Justice`].
    Justice = LuScale,
    /// [`Theme::Environment`].
    Environment = LuLeaf,
    /// [`Theme::Agriculture`].
    Agriculture = LuSprout,
    /// [`Theme::Culture`].
    Culture = LuPalette,
}

impl IconName {
    /// Whether it points along the line of reading.
    fn mirrors(self) -> bool {
        matches!(self, Self::Back | Self::Forward | Self::Open | Self::Send | Self::SignIn | Self::SignOut | Self::External)
    }
}

impl From<Theme> for IconName {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Education => Self::Education,
            Theme::SocialSecurity => Self::SocialSecurity,
            Theme::Healthcare => Self::Healthcare,
            Theme::Taxation => Self::Receipt,
            Theme::Transport => Self::Transport,
            Theme::Utilities => Self::Utilities,
            Theme::CivilAffairs => Self::People,
            Theme::Housing => Self::Housing,
            Theme::PublicSecurity => Self::PublicSecurity,
            Theme::Employment => Self::Employment,
            Theme::Business => Self::Business,
            Theme::Justice => Self::Justice,
            Theme::Environment => Self::Environment,
            Theme::Agriculture => Self::Agriculture,
            Theme::Culture => Self::Culture,
            Theme::Other => Self::Department,
        }
    }
}

/// How large an icon is, beside the text it stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum IconSize {
    /// In a line of text.
    Small,
    /// In a button.
    #[default]
    Medium,
    /// In a tile.
    Large,
}

/// An icon. Hidden from assistive technology unless `label` says what it stands for.
#[component]
pub fn Icon(
    /// Which.
    name: IconName,
    /// Its words, where no text beside it says the same.
    #[props(default)]
    label: Option<String>,
    /// How large.
    #[props(default)]
    size: IconSize,
) -> Element {
    let size = match size {
        IconSize::Small => "small",
        IconSize::Medium => "medium",
        IconSize::Large => "large",
    };
    let role = label.as_ref().map(|_| "img");
    let hidden = label.is_none().then_some("true");
    let shape = name.shape();
    rsx! {
        span { class: "fi-icon", "data-size": size, "data-mirrors": name.mirrors().then_some("true"), role, aria_label: label, aria_hidden: hidden,
            svg {
                class: "fi-icon__shape",
                view_box: shape.view_box,
                fill: shape.fill,
                stroke: shape.stroke,
                stroke_width: shape.stroke_width,
                stroke_linecap: shape.stroke_linecap,
                stroke_linejoin: shape.stroke_linejoin,
                // Of the icon set, which is part of the program.
                dangerous_inner_html: shape.data,
            }
        }
    }
}
