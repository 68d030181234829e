//! How far a purchase holds: until some other open project could cost as little.

use super::line::{Line, ROUNDING, Upper};
use super::rate::number;
use super::rough::{High, Roughly};
use super::{Ahead, Bought, Span};
use crate::Place;

impl Span<'_, '_> {
    /// Keeps the span to where no open project can cost as little as the one bought; without one, to where nobody can
    /// pay for any of them.
    pub(super) fn hold(&mut self, upper: Option<Upper>, given: Option<&Bought>) {
        for at in 0..self.open.len() {
            let place = self.open[at];
            let mut reach = self.reach(place, upper);
            if reach.safe < self.ahead.safe {
                self.price(place);
                reach = self.reach(place, upper);
            }
            if reach.safe < self.ahead.safe {
                self.bound_above(place);
                reach = self.reach(place, upper);
            }
            if reach.safe == 0 && given.is_some_and(|bought| self.stays(bought, place)) {
                continue;
            }
            if reach.safe < self.ahead.safe {
                self.ahead = Ahead { safe: reach.safe, likely: self.ahead.likely.min(reach.likely) };
            }
        }
    }

    /// How far it is at least until an open project costs as little as the one bought, by all that is known.
    fn reach(&self, place: Place, upper: Option<Upper>) -> Ahead {
        let mut reach = Ahead { safe: 0, likely: 0 };
        let lines = self.known.until(place, self.after);
        // To find one that holds takes far less than to find how far each does.
        if lines.iter().rev().any(|line| line.holds(upper, self.money, self.ahead.safe, self.step, self.book)) {
            return Ahead { safe: self.ahead.safe, likely: u64::MAX };
        }
        for line in lines.iter().rev() {
            let now = line.reach(upper, self.money, self.step, self.book);
            if now.safe > reach.safe || now.safe == reach.safe && now.likely > reach.likely {
                reach = now;
            }
            if reach.safe >= self.ahead.safe {
                break;
            }
        }
        reach
    }

    /// Draws a line for what a project costs at the upper end: nowhere in the span does it cost less.
    fn bound_above(&mut self, place: Place) {
        let start = self.start(place);
        let members = self.members(place);
        let high = self.roughly::<High>(place, &members, start);
        let line = Line { after: self.after, base: self.money, until: self.most, ..Line::NOTHING };
        match high {
            Roughly::Due(due) => {
                let slope = self.slope::<High>(place, &members, due).0;
                if let Some(high) = self.rough(due, slope) {
                    let value = self.minor(high.least) / self.scale(place) * (1.0 - ROUNDING);
                    self.draw(place, Line { value, ..line });
                }
            }
            Roughly::Short { missing } if self.misses(missing, Self::gains(&members)) > 0.0 => {
                self.draw(place, Line { value: f64::INFINITY, likely: number(self.most), ..line });
            }
            _ => {}
        }
    }
}
