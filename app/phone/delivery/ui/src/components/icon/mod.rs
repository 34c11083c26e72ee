//! The one icon set.

use dioxus::prelude::*;
use dioxus_free_icons::{
    Icon as Shape,
    icons::ld_icons::{
        LdAccessibility, LdArrowLeft, LdArrowRight, LdBaby, LdBadgeCheck, LdBan, LdBell, LdBookUser, LdBriefcase, LdBuilding, LdBus, LdCalendarDays,
        LdCamera, LdCheck, LdChevronDown, LdChevronRight, LdCircle, LdCircleAlert, LdCircleCheck, LdCircleDashed, LdCircleDot, LdCircleHelp,
        LdClipboardList, LdClock, LdCopy, LdDownload, LdEllipsis, LdExternalLink, LdFileText, LdFingerprint, LdFlag, LdFolderOpen, LdFrown, LdGlobe,
        LdGraduationCap, LdHandHelping, LdHeadset, LdHeartPulse, LdHistory, LdHome, LdHourglass, LdInbox, LdInfo, LdLandmark, LdLanguages, LdLaugh,
        LdLayoutGrid, LdLeaf, LdLock, LdLogIn, LdLogOut, LdMail, LdMapPin, LdMeh, LdMic, LdMoon, LdOctagonAlert, LdPalette, LdPencil, LdPhone, LdPlus,
        LdQrCode, LdReceipt, LdRefreshCw, LdScale, LdScanLine, LdSearch, LdSend, LdSettings, LdShare2, LdShieldCheck, LdSmile, LdSprout, LdStar,
        LdStore, LdSun, LdTrash2, LdTriangleAlert, LdType, LdUpload, LdUser, LdUsers, LdVolume2, LdWallet, LdWifiOff, LdX, LdZap, LdAnnoyed, LdCreditCard,
    },
};
use fingertip_contract::Theme;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $shape:ident),* $(,)?) => {
        /// Every icon that the shell draws.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum IconName { $($(#[$doc])* $name),* }

        impl IconName {
            /// All of them, for a page of samples.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            fn shape(self) -> Element {
                match self {
                    $(Self::$name => rsx! { Shape { icon: $shape, width: None, height: None, class: "fi-icon__shape" } }),*
                }
            }
        }
    };
}

icons! {
    /// The home screen.
    Home = LdHome,
    /// All services.
    Services = LdLayoutGrid,
    /// Cases.
    Cases = LdClipboardList,
    /// Records and documents.
    Records = LdFolderOpen,
    /// The person.
    Person = LdUser,
    /// Several people, a family.
    People = LdUsers,
    /// Look for something.
    Search = LdSearch,
    /// Speak.
    Microphone = LdMic,
    /// Scan a code or a paper.
    Scan = LdScanLine,
    /// Close.
    Close = LdX,
    /// Go back; turned round in right-to-left scripts.
    Back = LdArrowLeft,
    /// Go on; turned round in right-to-left scripts.
    Forward = LdArrowRight,
    /// Opens something; turned round in right-to-left scripts.
    Open = LdChevronRight,
    /// Unfolds something.
    Unfold = LdChevronDown,
    /// Yes, chosen.
    Check = LdCheck,
    /// It worked.
    Success = LdCircleCheck,
    /// Good to know.
    Information = LdInfo,
    /// Take care.
    Warning = LdTriangleAlert,
    /// Act now.
    Urgent = LdOctagonAlert,
    /// An error beside an input.
    Error = LdCircleAlert,
    /// Help.
    Help = LdCircleHelp,
    /// A person helps.
    Helper = LdHeadset,
    /// Nothing done yet.
    NotStarted = LdCircle,
    /// Waits for something else.
    Blocked = LdCircleDashed,
    /// Under way.
    InProgress = LdHourglass,
    /// The person's turn.
    YourTurn = LdCircleDot,
    /// A time.
    Clock = LdClock,
    /// A day.
    Calendar = LdCalendarDays,
    /// What was done before.
    History = LdHistory,
    /// More actions.
    More = LdEllipsis,
    /// Settings.
    Settings = LdSettings,
    /// Messages and reminders.
    Bell = LdBell,
    /// A message box with nothing in it.
    Inbox = LdInbox,
    /// A letter.
    Mail = LdMail,
    /// A place.
    Place = LdMapPin,
    /// A telephone.
    Phone = LdPhone,
    /// Languages.
    Language = LdLanguages,
    /// The web.
    Globe = LdGlobe,
    /// Size of the text.
    TextSize = LdType,
    /// Seniors mode and other easements.
    Accessibility = LdAccessibility,
    /// Read aloud.
    ReadAloud = LdVolume2,
    /// Light.
    Light = LdSun,
    /// Dark.
    Dark = LdMoon,
    /// A lock.
    Lock = LdLock,
    /// Proved to be real.
    Verified = LdBadgeCheck,
    /// Protected.
    Shield = LdShieldCheck,
    /// Identity.
    Identity = LdFingerprint,
    /// Sign in.
    SignIn = LdLogIn,
    /// Sign out.
    SignOut = LdLogOut,
    /// No network.
    Offline = LdWifiOff,
    /// Try again.
    Retry = LdRefreshCw,
    /// Copy.
    Copy = LdCopy,
    /// Share.
    Share = LdShare2,
    /// Send.
    Send = LdSend,
    /// Save to the device.
    Download = LdDownload,
    /// Hand in a file.
    Upload = LdUpload,
    /// Take a photo.
    Camera = LdCamera,
    /// A file.
    File = LdFileText,
    /// Remove.
    Remove = LdTrash2,
    /// Change.
    Change = LdPencil,
    /// Add.
    Add = LdPlus,
    /// A code to show.
    Code = LdQrCode,
    /// A card.
    Card = LdCreditCard,
    /// A purse, paying.
    Wallet = LdWallet,
    /// A bill.
    Receipt = LdReceipt,
    /// Leaves the shell.
    External = LdExternalLink,
    /// Report.
    Report = LdFlag,
    /// Rate.
    Star = LdStar,
    /// Not allowed.
    Ban = LdBan,
    /// A child.
    Child = LdBaby,
    /// A department.
    Department = LdLandmark,
    /// Very satisfied.
    FaceVeryGood = LdLaugh,
    /// Satisfied.
    FaceGood = LdSmile,
    /// Fairly satisfied.
    FaceFair = LdMeh,
    /// Dissatisfied.
    FaceBad = LdAnnoyed,
    /// Very dissatisfied.
    FaceVeryBad = LdFrown,
    /// [`Theme::Education`].
    Education = LdGraduationCap,
    /// [`Theme::SocialSecurity`].
    SocialSecurity = LdHandHelping,
    /// [`Theme::Healthcare`].
    Healthcare = LdHeartPulse,
    /// [`Theme::Transport`].
    Transport = LdBus,
    /// [`Theme::Utilities`].
    Utilities = LdZap,
    /// [`Theme::Housing`].
    Housing = LdBuilding,
    /// [`Theme::PublicSecurity`].
    PublicSecurity = LdBookUser,
    /// [`Theme::Employment`].
    Employment = LdBriefcase,
    /// [`Theme::Business`].
    Business = LdStore,
    /// [`Theme::Justice`].
    Justice = LdScale,
    /// [`Theme::Environment`].
    Environment = LdLeaf,
    /// [`Theme::Agriculture`].
    Agriculture = LdSprout,
    /// [`Theme::Culture`].
    Culture = LdPalette,
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
    rsx! {
        span { class: "fi-icon", "data-size": size, "data-mirrors": name.mirrors().then_some("true"), role, aria_label: label, aria_hidden: hidden, {name.shape()} }
    }
}
