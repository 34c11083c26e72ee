//! The components, one folder each. Props are documented on each component; text always comes in as props.
//!
//! Class names are `fi-<component>__<part>`, variants are `data-*` attributes.

macro_rules! components {
    ($($folder:ident: $($item:ident),*;)*) => {
        $(mod $folder; pub use $folder::{$($item),*};)*
    };
}

components! {
    bottom_bar: BottomBar, NavItem;
    card: Card;
    chart: Chart, ChartForm, ChartLabels, ChartSeries;
    choice: Checkbox, ChoiceGroup, ChoiceKind, ChoiceOption, SlotDay, SlotField, SlotOption;
    code: Code;
    copy_button: CopyButton, CopyLabels;
    crest: Avatar, Crest;
    details: Details, NoticeLine;
    document_card: DocumentCard;
    empty_state: EmptyState;
    error_summary: ERROR_SUMMARY_ID, ErrorLink, ErrorSummary;
    field: AddressField, DateField, DateLabels, DateOrder, DateParts, Field, FieldText, PlaceField, PlaceLabels, TextAreaField, TextField, Typing;
    file_field: ChosenFile, FileField, FileLabels, FileLimits, FileRefusal, HeldFile, RefusedFile;
    home_card: HomeCard, HomeCards;
    icon: Icon, IconName, IconSize;
    life_event: Drawing, EventCard, EventCards;
    list_row: List, ListRow;
    phone_frame: PhoneFrame;
    place_map: PlaceMap;
    progress_line: ProgressLine;
    progress_steps: ProgressSteps;
    rating: RatingInput, rating_face;
    search_box: SearchBox;
    select: SelectField, SelectLabels;
    sheet: Sheet;
    skeleton: Skeleton;
    status: Status;
    table: DataTable;
    tabs: Tabs;
    tag: Chip, ChipLine, Tag, progress_look;
    tile: Tile, TileGrid;
    timeline: Moments, Timeline, TimelineItem;
    top_bar: BarAction, TopBar;
}

mod button;
mod notice;

pub use button::{Button, IconButton, TextLink, Weight};
pub use notice::{Notice, Tone};
