//! Notices in words, and the notices about an election that cannot be counted.

use basketry_formats::{Notice, NoticeArg};
use basketry_tally::{Constraint, CountError, ElectionError};
use basketry_texts::{Locale, Message, Value};

/// A notice in words. One without words is still told, by its code.
pub fn notice_in_words(notice: &Notice, locale: &dyn Locale) -> String {
    let value = |arg: &NoticeArg| match arg {
        NoticeArg::Text(text) => Value::Text(text.clone()),
        NoticeArg::Number(number) => Value::Number(*number),
    };
    let args: Vec<(&str, Value)> = notice.args.iter().map(|(name, arg)| (name.as_str(), value(arg))).collect();
    Message::by_name(&notice.code).map_or_else(|| notice.code.clone(), |message| message.say(locale, &args))
}

/// Why something is not an election.
pub(crate) fn election_notice(error: &ElectionError) -> Notice {
    match error {
        ElectionError::Budget(_) => Notice::new("election-budget"),
        ElectionError::Cost(project, _) => Notice::new("election-cost").text("project", project.as_str()),
        ElectionError::DuplicateProject(project) => {
            Notice::new("election-duplicate-project").text("project", project.as_str())
        }
        ElectionError::UnknownProject(project) => {
            Notice::new("election-unknown-project").text("project", project.as_str())
        }
        ElectionError::UnknownPlace
        | ElectionError::Repeated
        | ElectionError::MoreThanOne
        | ElectionError::Points { .. } => Notice::new("election-votes"),
        ElectionError::TooMany => Notice::new("election-too-many"),
        ElectionError::UnknownArea(_)
        | ElectionError::Limit(..)
        | ElectionError::MinimumAboveMaximum(_)
        | ElectionError::LimitsOverBudget
        | ElectionError::PotsBesideLimits
        | ElectionError::NoPot(_)
        | ElectionError::AcrossPots(..) => Notice::new("election-limits"),
    }
}

/// Why a rule cannot count an election.
pub(crate) fn count_notice(error: &CountError) -> Notice {
    match error {
        CountError::Ballots { .. } => Notice::new("count-ballots"),
        CountError::Constraints { constraint: Constraint::Requires | Constraint::Excludes, .. } => {
            Notice::new("count-constraints")
        }
        CountError::Constraints { .. } => Notice::new("count-limits"),
        CountError::OutOfReach { .. } => Notice::new("count-out-of-reach"),
        CountError::NoSuchVariant { .. } => Notice::new("count-no-such-rule"),
        CountError::TooLarge { .. } => Notice::new("count-too-large"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use basketry_domain::Money;
    use basketry_tally::{BallotKind, ProjectId, Satisfaction, Variant};
    use basketry_texts::PlainEnglish;

    #[test]
    fn every_reason_has_words_with_all_its_variables_and_no_others() {
        let (id, rule) = (|| ProjectId::from("p1"), "greedy");
        let elections = [
            ElectionError::Budget(Money::ZERO),
            ElectionError::Cost(id(), Money::ZERO),
            ElectionError::DuplicateProject(id()),
            ElectionError::UnknownProject(id()),
            ElectionError::UnknownPlace,
            ElectionError::Repeated,
            ElectionError::MoreThanOne,
            ElectionError::Points { projects: 1, points: 2 },
            ElectionError::TooMany,
            ElectionError::LimitsOverBudget,
        ];
        let variant = Variant::plain(Satisfaction::Cost);
        let counts = [
            CountError::Ballots { rule, variant, kind: BallotKind::Ranking },
            CountError::Constraints { rule, variant, constraint: Constraint::Requires },
            CountError::Constraints { rule, variant, constraint: Constraint::Minimum },
            CountError::OutOfReach { rule },
            CountError::NoSuchVariant { rule, variant },
            CountError::TooLarge { rule },
        ];
        for notice in elections.iter().map(election_notice).chain(counts.iter().map(count_notice)) {
            let words = notice_in_words(&notice, &PlainEnglish);
            assert!(words != notice.code && !words.contains("{$"), "{words}");
            assert!(notice.args.iter().all(|_| words.contains("“p1”")), "{words}");
        }
    }

    #[test]
    fn a_notice_without_words_is_told_by_its_code() {
        let unknown = Notice { code: "no-such-message".to_owned(), args: Vec::new() };
        assert_eq!(notice_in_words(&unknown, &PlainEnglish), "no-such-message");
        let cut = Notice::new("file-cut-off").number("line", 1_200).number("column", 3);
        let words = notice_in_words(&cut, &PlainEnglish);
        assert!(words.starts_with("The file ends too early, in line 1,200."), "{words}");
    }
}
