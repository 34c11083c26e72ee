//! What a person meets while things happen in an order that nobody chose.

mod app;
mod blank;
mod by_hand;
mod files;
mod floods;
mod lifecycle;
mod opening;
mod play;
mod presses;
mod requests;
mod sheets;
mod suite;
