//! Statistical disclosure control: what may be published of counts about people.
//!
//! Terms are those of Hundepool and others, *Statistical Disclosure Control* (2012).
//!
//! 1. **Groups.** Whoever knows all figures of everybody and of some groups knows those of the differences too. The
//!    groups that are shown divide people into *equivalence classes*: those who are in the same of them. Groups are shown
//!    only as long as no class has fewer people than the threshold ([`Groups`]). So every figure that adds up (a sum, a
//!    mean), or that follows by adding and subtracting, is one of at least as many people. A group in an earlier
//!    publication is one more group, and so are those who came since.
//! 2. **Counts.** Of a table of counts those below the threshold are held back, zero among them (*primary
//!    suppression*), and others with them (*complementary suppression*), until of each the *feasibility interval* goes
//!    from zero to the threshold: nobody can show from what is published that it is not zero, or that it is below the
//!    threshold ([`Crosstab`], [`suppress`]). Whoever is asked to be fooled is told the sizes of all classes. So what is
//!    published of one question adds nothing to another, and each table is protected by itself.
//! 3. **Order statistics.** A median needs the threshold of people on either side of it, and so does a quartile. The
//!    lowest and the highest are single people's and never shown ([`Threshold::median_allowed`]).
//!
//! Decisions are exact: whole numbers, and a linear program solved in them. What may be shown at a threshold includes
//! all that may be shown at a higher one, so that publishing both gives away no more than the lower alone.
//!
//! It knows tables and nothing of what they count. Ballots, words and pictures are elsewhere.

mod crosstab;
mod groups;
mod publication;
mod reach;
mod simplex;
mod suppress;
mod threshold;

pub use crosstab::{Before, Crosstab, Rows};
pub use groups::{Class, Groups, Kind};

pub use publication::{CellId, Publication};
pub use suppress::{Contradiction, Held, Pattern, suppress};
pub use threshold::Threshold;
