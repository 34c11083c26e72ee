//! What happened. Past tense: a message reports, [`crate::update`] decides.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_contract::{Case, Catalogue, Document, HelperCode, Helpers, Rating, ServiceRating};
use fingertip_identity::Session;
use fingertip_locale::Messages;
use fingertip_records::{AsOf, Draft, KeptDocument};
use fingertip_standard::{
    AlertId, AppId, Capability, CaseId, ConsentSubject, Disclosure, HelperLinkId, Manifest, RegionCode,
    RunningApp, ServiceId, StandingConsent,
    check::CheckedStep,
    events::{Display, Input},
    requests::{Answer, RequestId},
};
use jiff::Timestamp;
use url::Url;

use crate::{
    ChosenFile, Destination, KeptWidget, MessageKind, Preferences, Scheme, SearchIndex, ShownFault, Storage,
    WidgetCard, WidgetPlace,
};

/// Everything that was kept, read at start.
#[derive(Debug, Clone)]
pub struct Restored {
    /// What the person chose.
    pub preferences: Preferences,
    /// Where in the shell the person was, and when.
    pub last_place: Option<(String, Timestamp)>,
    /// Who is signed in.
    pub session: Option<Session>,
    /// The kept cases.
    pub cases: Vec<AsOf<Case>>,
    /// The kept documents.
    pub documents: Vec<KeptDocument>,
    /// The standing consents.
    pub consents: Vec<StandingConsent>,
    /// The ledger.
    pub disclosures: Vec<Disclosure>,
    /// Mini-apps with a draft.
    pub drafts: Vec<AppId>,
    /// Those who help, as kept.
    pub helpers: Option<AsOf<Helpers>>,
    /// How much waits in the outbox.
    pub waiting: usize,
    /// The widgets on home, each with its card as it was kept.
    pub widgets: Vec<(KeptWidget, Option<WidgetCard>)>,
}

/// A widget's mini-app that was verified, so that its request can be judged.
#[derive(Debug)]
pub struct OpenedWidget {
    /// Its verified identity.
    pub running: RunningApp,
    /// Its verified manifest.
    pub manifest: Arc<Manifest>,
    /// What the store granted.
    pub granted: BTreeSet<Capability>,
}

/// What came of making a card.
#[derive(Debug)]
pub enum WidgetOutcome {
    /// The card.
    Shown(WidgetCard),
    /// There is nothing to show.
    Nothing,
    /// What it is made from cannot be had now; the card from before stands.
    Later,
    /// It cannot be made; the log says why.
    Failed,
}

/// A mini-app that was verified, compiled and launched.
#[derive(Debug)]
pub struct Opened {
    /// Its verified identity.
    pub running: RunningApp,
    /// Its verified manifest.
    pub manifest: Arc<Manifest>,
    /// Its words.
    pub messages: Arc<Messages>,
    /// Its pictures.
    pub pictures: Arc<BTreeMap<String, Arc<[u8]>>>,
    /// What the store granted.
    pub granted: BTreeSet<Capability>,
    /// The draft that it was launched with.
    pub draft: Option<Draft>,
    /// Its first step.
    pub stepped: Stepped,
}

/// What came of an event for a mini-app.
#[derive(Debug)]
pub struct Stepped {
    /// What it says; none for an event that came too late.
    pub step: Option<CheckedStep>,
    /// Its small state after that.
    pub saved: Option<Vec<u8>>,
    /// Whether it had to be ended and opened again from its last small state.
    pub was_restored: bool,
}

/// What happens between a person and those who help them, or whom they help.
#[derive(Debug)]
pub enum HelpMsg {
    /// The person looked at their helpers.
    LookedAtHelpers,
    /// The person wants to be helped: a code is to be made.
    AskedForHelp,
    /// The person put the code away.
    PutAwayCode,
    /// The person was told this code by somebody whom they shall help.
    GotCode(String),
    /// The person ended a link, on either side.
    EndedHelp(HelperLinkId),
    /// The person looked at the cases of somebody whom they help.
    LookedAtHelped(HelperLinkId),
    /// A code was made.
    CodeCame(HelperCode),
    /// The links and looks came.
    Came(Helpers),
    /// Cases of somebody came, or not.
    CasesCame(HelperLinkId, Result<Vec<Case>, ShownFault>),
    /// It was not done.
    Failed(ShownFault),
}

/// Everything that can happen.
#[derive(Debug)]
pub enum Msg {
    /// The person chose a language.
    ChoseLanguage(String),
    /// The person chose a region.
    ChoseRegion(RegionCode),
    /// The person chose how things are shown.
    ChoseDisplay(Display),
    /// The person chose light or dark, or to follow the device.
    ChoseScheme(Option<Scheme>),
    /// The person chose how strong contrasts are.
    ChoseMoreContrast(bool),
    /// The person chose a size of text in percent of the device's own, or the display's own.
    ChoseTextSize(Option<u16>),
    /// The person chose whether messages are said in simple words.
    ChoseSimpleWords(bool),
    /// The person wants to be called for a kind of messages, or not.
    ChoseMessages(MessageKind, bool),
    /// The person is through the first start.
    FinishedFirstStart,
    /// The person typed in the search box.
    TypedSearch(String),
    /// The person wants to sign in.
    AskedToSignIn,
    /// The person does not want to sign in now.
    CancelledSignIn,
    /// The person wants to sign out.
    AskedToSignOut,
    /// The person opened a service.
    OpenedService(ServiceId),
    /// The person followed a link to a place in a mini-app.
    FollowedLink(String),
    /// The person put a widget of the open mini-app on home.
    AddedWidget(String),
    /// The person took a widget off home.
    RemovedWidget(WidgetPlace),
    /// The person moved a widget on home towards the front, or towards the end.
    MovedWidget {
        /// Which.
        place: WidgetPlace,
        /// Whether towards the front.
        is_forward: bool,
    },
    /// The person pressed a card on home.
    OpenedWidget(WidgetPlace),
    /// The frame of the mini-app came on the screen, or went from it.
    FrameShown(bool),
    /// The app itself came to the front, or went behind.
    AppInFront(bool),
    /// The person closed the mini-app.
    ClosedMiniApp,
    /// The person wants the failed mini-app to try again.
    RetriedMiniApp,
    /// The person went back inside the mini-app.
    WentBack,
    /// The person typed or chose.
    ChangedInput {
        /// The input.
        key: String,
        /// Its value now.
        input: Input,
    },
    /// Asked for one more copy of a repeat group.
    AddedCopy {
        /// The group's key.
        group: String,
    },
    /// Took a copy of a repeat group away.
    RemovedCopy {
        /// The group's key.
        group: String,
        /// Which copy, counted from 0.
        copy: u32,
    },
    /// The person chose files, in place of those chosen before.
    ChoseFiles {
        /// The input.
        key: String,
        /// The files: name, media type, content.
        files: Vec<(String, String, Vec<u8>)>,
    },
    /// The person pressed something that does not submit.
    Acted {
        /// The action.
        action: String,
        /// The node.
        node: String,
        /// The row.
        row: Option<u32>,
    },
    /// The person pressed a button that submits the page.
    Submitted {
        /// The action.
        action: String,
    },
    /// The person answered the sheet that is shown.
    AnsweredSheet {
        /// Whether they agreed.
        has_agreed: bool,
    },
    /// The person took a consent back.
    RevokedConsent(AppId, ConsentSubject),
    /// The person rated a case.
    RatedCase(CaseId, Rating),
    /// The person looked at their cases.
    LookedAtCases,
    /// The person put away what they were told.
    PutAway(usize),
    /// The person put an alert away.
    PutAwayAlert(AlertId),
    /// The person looked at their messages.
    LookedAtMessages,
    /// The person went to a place in the shell.
    WentTo(String),
    /// The person looked at what is kept on this device.
    LookedAtStorage,
    /// The person wants room on this device.
    AskedToFreeSpace,
    /// The person wants to take everything of theirs along.
    AskedToExport,
    /// The person wants everything of theirs off this device.
    AskedToDelete,
    /// The person wants to know whether a document that somebody shows is genuine.
    AskedToVerify(String),

    /// The kept state was read.
    Restored(Box<Restored>),
    /// The catalogue came, from the cache or the platform.
    CatalogueCame {
        /// The catalogue.
        catalogue: Arc<Catalogue>,
        /// Its index.
        index: SearchIndex,
        /// When it was true.
        as_of: Timestamp,
    },
    /// The catalogue could not be had.
    CatalogueFailed(ShownFault),
    /// The platform answered, or did not.
    Reached(bool),
    /// The provider's page can be opened.
    SignInBegan(Url),
    /// The person signed in.
    SignedIn(Session),
    /// Signing in failed.
    SignInFailed(ShownFault),
    /// The person signed out.
    SignedOut,
    /// The provider ended the session.
    SessionEnded,
    /// A mini-app needs something that is not on this device yet, and many seconds therefore.
    MiniAppPreparing(u64),
    /// A mini-app was opened.
    MiniAppOpened(u64, Box<Opened>),
    /// A mini-app could not be opened, or was ended.
    MiniAppFailed(u64, ShownFault),
    /// A mini-app answered an event.
    MiniAppStepped(u64, Box<Stepped>),
    /// A request of a mini-app is answered.
    Answered {
        /// Which opening of a mini-app.
        instance: u64,
        /// Which request.
        request: RequestId,
        /// The answer.
        answer: Answer,
        /// What went wrong on this side, to be shown.
        fault: Option<ShownFault>,
    },
    /// Where a mini-app wants to go is there and open to it, or not: the fault, and the code that the mini-app is told.
    DestinationChecked {
        /// Which opening of a mini-app.
        instance: u64,
        /// Which request.
        request: RequestId,
        /// The entry.
        destination: Box<Destination>,
        /// What is wrong.
        refused: Option<(ShownFault, &'static str)>,
    },
    /// A widget's mini-app was verified.
    WidgetOpened(WidgetPlace, Box<OpenedWidget>),
    /// A card was made, or not.
    WidgetMade(WidgetPlace, Box<WidgetOutcome>),
    /// What people think of services came.
    RatingsCame(Vec<ServiceRating>),
    /// Something about helpers.
    Help(HelpMsg),
    /// What is kept on this device was measured.
    StorageMeasured(Storage),
    /// Everything of the person was forgotten.
    Deleted,
    /// It was not: it is all still there.
    NotDeleted(ShownFault),
    /// Everything of the person was written to this file.
    Exported(String),
    /// A document that somebody shows was looked at.
    Verified(Result<Box<Document>, ShownFault>),
    /// The cases came.
    CasesCame(Vec<Case>, Timestamp),
    /// One case came: it was submitted or rated.
    CaseCame {
        /// The case.
        case: Box<Case>,
        /// When.
        as_of: Timestamp,
        /// What to tell, if anything.
        told: Option<Told>,
    },
    /// The documents kept by now.
    DocumentsKept(Vec<KeptDocument>),
    /// The consents and the ledger by now.
    LedgerChanged(Vec<StandingConsent>, Vec<Disclosure>),
    /// How much waits in the outbox by now.
    OutboxCounted(usize),
    /// The drafts by now.
    DraftsCounted(Vec<AppId>),
    /// Something on this device or the way failed.
    Failed(ShownFault),
    /// Time went on.
    Ticked,
}

pub(crate) use crate::model::Told;

impl Msg {
    /// Files as the host keeps them.
    pub(crate) fn chosen(
        key: &str,
        number: usize,
        (name, media_type, content): (String, String, Vec<u8>),
    ) -> ChosenFile {
        let file = fingertip_standard::events::File {
            handle: format!("{key}#{number}"),
            name,
            media_type,
            bytes: content.len() as u64,
        };
        ChosenFile { file, key: key.to_owned(), content: Arc::from(content) }
    }
}
