//! What a page of the desk has to do things with, once it is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

/// A page's effects, once it is drawn.
pub(super) type Hands<E> = Rc<RefCell<Option<E>>>;

/// Something for the page's hands to do.
pub(super) fn with<E: 'static, T>(hands: &Hands<E>, run: impl Fn(&mut E, T) + 'static) -> Callback<T> {
    let hands = hands.clone();
    Callback::from(move |value| {
        if let Some(effects) = &mut *hands.borrow_mut() {
            run(effects, value);
        }
    })
}
