//! Figures over a view of the profile. Every figure carries its base, and says which ballots it leaves out.

mod adopt;
mod money;
mod points;
mod shares;
mod tables;

pub use adopt::{Adopted, LevelTie, adopt};
pub use money::{AreaMoney, Money};
pub use points::{AreaPoints, Points};
pub use shares::{ItemShare, Shares};
pub use tables::{LiveWith, TableColumn, Tables};
