//! Addresses. All are behind the hash, so that the app works from any path of any host.

use gloo::events::EventListener;
use yew::prelude::*;

use super::dom::window;

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page, which is plain HTML: the samples, and the doors for facilitators and organisers.
    Start,
    /// Begins the consultation with this id on a device of one's own.
    Begin(String),
    /// A step of the consultation the tablet is set to.
    Step(String),
    /// The facilitator's page.
    Facilitate,
    /// The organiser's page.
    Organise,
    /// No page of ours.
    Unknown,
}

impl Route {
    /// The page the address names.
    pub fn current() -> Self {
        Self::parse(&window().location().hash().unwrap_or_default())
    }

    /// The page a hash names.
    pub fn parse(hash: &str) -> Self {
        match hash.trim_start_matches('#').trim_start_matches('/') {
            "" => Self::Start,
            "facilitate" => Self::Facilitate,
            "organise" => Self::Organise,
            other => match other.split_once('/') {
                Some(("begin", id)) => Self::Begin(id.to_owned()),
                Some(("answer", step)) => Self::Step(step.to_owned()),
                _ => Self::Unknown,
            },
        }
    }

    /// The address.
    pub fn hash(&self) -> String {
        match self {
            Self::Start | Self::Unknown => "#/".to_owned(),
            Self::Begin(id) => format!("#/begin/{id}"),
            Self::Step(step) => format!("#/answer/{step}"),
            Self::Facilitate => "#/facilitate".to_owned(),
            Self::Organise => "#/organise".to_owned(),
        }
    }

    /// Goes there; the way back leads here.
    pub fn go(&self) {
        // Fails only while the browser is leaving the page anyway.
        let _ = window().location().set_hash(&self.hash());
    }

    /// Goes there in place of here: the way back does not lead here.
    pub fn replace(&self) {
        let _ = window().location().replace(&self.hash());
    }
}

/// The page the address names, following its changes.
#[hook]
pub fn use_route() -> Route {
    let route = use_state(Route::current);
    use_effect_with((), {
        let route = route.clone();
        move |()| {
            let listener = EventListener::new(&window(), "hashchange", move |_| route.set(Route::current()));
            || drop(listener)
        }
    });
    (*route).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_one_address() {
        let begin = Route::Begin("coventry-1997".into());
        let pages = [Route::Start, begin, Route::Step("area-acute".into()), Route::Facilitate, Route::Organise];
        for page in pages {
            assert_eq!(Route::parse(&page.hash()), page);
        }
        assert_eq!(Route::parse("#/nowhere"), Route::Unknown);
        assert_eq!(Route::parse(""), Route::Start);
    }
}
