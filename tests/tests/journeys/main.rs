//! Journeys through the real system: a phone's app without a screen, a platform, a nation's provider and departments. One program, for
//! each holds the whole app: what sets something for its whole process has a program of its own beside this folder.

mod agreed;
mod app_lock;
mod family;
mod files;
mod hostile;
mod journey;
mod links;
mod one_person;
mod outside;
mod providers;
mod scripts;
mod session;
mod sign_in;
mod slices;
mod widgets;
