//! Values with many holders.

use std::ops::Deref;
use std::rc::Rc;

/// A value that many hold, and none changes. Two are equal when they are one and the same: to compare all that is
/// inside takes long, and every resident would load the code for it.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// The value, to be held by many.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Shared;

    #[test]
    fn a_value_is_equal_to_itself_alone() {
        let value = Shared::new(1);
        assert_eq!(value, value.clone());
        assert_ne!(value, Shared::new(1));
    }
}
