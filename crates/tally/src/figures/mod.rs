//! Figures over a view of the profile. Every figure carries its base, and says which ballots it leaves out.

mod adopt;
mod agreement;
mod allocation;
mod amounts;
mod attrition;
mod clusters;
mod flow;
mod given;
mod held;
mod money;
mod moves;
mod pairs;
mod points;
mod raking;
mod shares;
mod shifts;
mod tables;
mod weighted;

pub use adopt::{Adopted, AdoptedLevels, LevelTie, adopt, adopt_levels};
pub use agreement::{Agreement, Gap, SectionHolds, SectionShares};
pub use allocation::{Allocation, AreaPart, Basis};
pub use amounts::Amounts;
pub use attrition::{AreaAttrition, Attrition};
pub use clusters::{Cluster, Clusters};
pub use flow::Flow;
pub use given::Asked;
pub use money::{AreaMoney, Money};
pub use pairs::{Pair, Pairs};
pub use points::{AreaPoints, Points};
pub use raking::{Margin, RakingError, Weights};
pub use shares::{ItemShare, Shares};
pub use shifts::Shifts;
pub use tables::{LiveWith, TableColumn, Tables};
pub use weighted::{Weighted, WeightedBase, WeightedPoints, WeightedShares};
