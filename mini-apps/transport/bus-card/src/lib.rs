//! x
use fingertip_sdk::*;
/// x
pub struct BusCard;
impl App for BusCard {
    type Model = i64;
    fn launch(_: &Launch, _: Option<&Json>, _: &Context, _: &mut Effects) -> i64 { 0 }
    fn update(m: &mut i64, e: Event, _: &Context, fx: &mut Effects) { if let Event::WentBack = e { fx.close(); *m += 1 } }
    fn view(m: &i64, _: &Context, view: View) -> Page { view.page("p", "title", |p| { p.text_input("a", "b").hint("x"); p.text(integer(*m)); }) }
    fn save(m: &i64) -> Json { (*m).into() }
}
fingertip_sdk::mini_app!(BusCard);
