//! Ballots to lines and back.

use basketry_domain::{
    AddedArgument, Ballot, Basket, Channel, Closing, Date, OptionId, Points, QuestionId, Reaction, Reading, Reference,
    ScoreOutOfFive, Side, SortedMap, SortedSet, TensionAnswer, TensionChoice, Voter, gather_all,
};

use super::pairs::Pairs;
use super::record::{
    AddedArgumentRecord, BallotRecord, ChannelRecord, HeaderRecord, ReactionRecord, ReadingRecord, TensionAnswerRecord,
    TensionChoiceRecord, VoterRecord,
};
use super::{FORMAT, VERSION};
use crate::consultation::SideRecord;

type Answers = SortedMap<QuestionId, SortedSet<OptionId>>;

/// The header line of a file of so many ballots, without its line end.
pub fn header(consultation: &Reference, title: &str, ballots: usize) -> Result<String, serde_json::Error> {
    serde_json::to_string(&HeaderRecord {
        format: FORMAT.to_owned(),
        version: VERSION,
        consultation: write_reference(consultation),
        title: title.to_owned(),
        ballots: u64::try_from(ballots).ok(),
    })
}

/// The line of a ballot, without its line end. The same ballot gives the same bytes everywhere: this line is what a
/// tablet stores, exports and what duplicates are compared by.
pub fn line(ballot: Ballot) -> Result<String, serde_json::Error> {
    serde_json::to_string(&BallotRecord::from(ballot))
}

/// `id@revision#digest`.
pub fn write_reference(reference: &Reference) -> String {
    format!("{}@{}#{}", reference.id, reference.revision, reference.digest)
}

/// Reads what [`write_reference`] writes, and no other spelling: two references to one consultation are one text.
pub fn parse_reference(text: &str) -> Option<Reference> {
    let (id, rest) = text.split_once('@')?;
    let (revision, digest) = rest.split_once('#')?;
    let plain = digest.len() <= 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = !revision.starts_with(['+', '0']) || revision == "0";
    (plain && number).then_some(())?;
    Some(Reference { id: id.parse().ok()?, revision: revision.parse().ok()?, digest: digest.to_owned() })
}

impl From<Ballot> for BallotRecord {
    fn from(ballot: Ballot) -> Self {
        Self {
            id: ballot.id.to_string(),
            consultation: write_reference(&ballot.consultation),
            voter: match ballot.voter {
                Voter::Person => VoterRecord::Person,
                Voter::Table => VoterRecord::Table,
            },
            workshop: ballot.workshop.map(String::from),
            table: ballot.table,
            channel: match ballot.channel {
                Channel::Tablet => ChannelRecord::Tablet,
                Channel::Paper => ChannelRecord::Paper,
                Channel::Online => ChannelRecord::Online,
            },
            assisted: ballot.assisted,
            language: ballot.language.into(),
            confirmed: ballot.confirmed,
            answers: Pairs(ballot.answers.into_iter().map(answer).collect()),
            first_reaction: ballot.first_reaction.map(ReactionRecord::from),
            readings: ballot.readings.into_iter().map(ReadingRecord::from).collect(),
            basket: ballot.basket.map(|basket| {
                Pairs(basket.choices().iter().map(|(item, level)| (item.as_str().to_owned(), *level)).collect())
            }),
            unspent_reason: ballot.unspent_reason,
            tensions: ballot.tensions.into_iter().map(TensionAnswerRecord::from).collect(),
            dissent: ballot.dissent,
            considered_view: ballot.considered_view.map(ReactionRecord::from),
            what_changed: ballot.closing.what_changed,
            live_with: ballot.closing.live_with.map(ScoreOutOfFive::get),
            offer: ballot.closing.offer,
        }
    }
}

impl TryFrom<BallotRecord> for Ballot {
    /// The name of the field whose text cannot be what the field is.
    type Error = &'static str;

    fn try_from(record: BallotRecord) -> Result<Self, &'static str> {
        Ok(Self {
            id: record.id.parse().map_err(|()| "id")?,
            consultation: parse_reference(&record.consultation).ok_or("consultation")?,
            voter: match record.voter {
                VoterRecord::Person => Voter::Person,
                VoterRecord::Table => Voter::Table,
            },
            workshop: record.workshop.map(|id| id.parse()).transpose().map_err(|_| "workshop")?,
            table: record.table,
            channel: match record.channel {
                ChannelRecord::Tablet => Channel::Tablet,
                ChannelRecord::Paper => Channel::Paper,
                ChannelRecord::Online => Channel::Online,
            },
            assisted: record.assisted,
            language: record.language.parse().map_err(|_| "language")?,
            confirmed: minute(record.confirmed).ok_or("confirmed")?,
            answers: answers(record.answers).ok_or("answers")?,
            first_reaction: record.first_reaction.map(|r| reaction(r).ok_or("first_reaction")).transpose()?,
            readings: gather_all(record.readings.into_iter().map(reading)).ok_or("readings")?,
            basket: record.basket.map(|choices| basket(choices).ok_or("basket")).transpose()?,
            unspent_reason: record.unspent_reason,
            tensions: gather_all(record.tensions.into_iter().map(tension_answer)).ok_or("tensions")?,
            dissent: record.dissent,
            considered_view: record.considered_view.map(|r| reaction(r).ok_or("considered_view")).transpose()?,
            closing: Closing {
                what_changed: record.what_changed,
                live_with: record.live_with.map(|s| ScoreOutOfFive::new(s).ok_or("live_with")).transpose()?,
                offer: record.offer,
            },
        })
    }
}

impl From<Reaction> for ReactionRecord {
    fn from(reaction: Reaction) -> Self {
        Self {
            points: Pairs(
                reaction.points.map().iter().map(|(area, points)| (area.as_str().to_owned(), *points)).collect(),
            ),
            sure: reaction.sure.map(ScoreOutOfFive::get),
            reason: reaction.reason,
        }
    }
}

impl From<Reading> for ReadingRecord {
    fn from(reading: Reading) -> Self {
        let added = |argument: AddedArgument| AddedArgumentRecord {
            side: match argument.side {
                Side::For => SideRecord::For,
                Side::Against => SideRecord::Against,
            },
            text: argument.text,
        };
        Self {
            area: reading.area.into(),
            sheet_revision: reading.sheet_revision,
            heard_of: reading.heard_of,
            moved_by: reading.moved_by.into_iter().map(String::from).collect(),
            added: reading.added.into_iter().map(added).collect(),
        }
    }
}

impl From<TensionAnswer> for TensionAnswerRecord {
    fn from(answer: TensionAnswer) -> Self {
        Self {
            tension: answer.tension.into(),
            choice: match answer.choice {
                TensionChoice::Accepted => TensionChoiceRecord::Accepted,
                TensionChoice::Changed => TensionChoiceRecord::Changed,
            },
            why: answer.why,
        }
    }
}

fn answer((question, options): (QuestionId, SortedSet<OptionId>)) -> (String, Vec<String>) {
    (question.into(), options.into_iter().map(String::from).collect())
}

fn answers(record: Pairs<Vec<String>>) -> Option<Answers> {
    let one = |(question, options): (String, Vec<String>)| {
        let options = gather_all(options.iter().map(|option| option.parse().ok()))?;
        Some((question.parse().ok()?, options))
    };
    gather_all(record.0.into_iter().map(one))
}

fn reaction(record: ReactionRecord) -> Option<Reaction> {
    let one = |(area, points): (String, u8)| Some((area.parse().ok()?, points));
    let points: Vec<_> = record.points.0.into_iter().map(one).collect::<Option<_>>()?;
    let sure = match record.sure {
        Some(score) => Some(ScoreOutOfFive::new(score)?),
        None => None,
    };
    Some(Reaction { points: Points::from_map(points), sure, reason: record.reason })
}

fn reading(record: ReadingRecord) -> Option<Reading> {
    let moved_by = gather_all(record.moved_by.iter().map(|argument| argument.parse().ok()))?;
    let added = |argument: AddedArgumentRecord| AddedArgument {
        side: match argument.side {
            SideRecord::For => Side::For,
            SideRecord::Against => Side::Against,
        },
        text: argument.text,
    };
    Some(Reading {
        area: record.area.parse().ok()?,
        sheet_revision: record.sheet_revision,
        heard_of: record.heard_of,
        moved_by,
        added: record.added.into_iter().map(added).collect(),
    })
}

fn tension_answer(record: TensionAnswerRecord) -> Option<TensionAnswer> {
    Some(TensionAnswer {
        tension: record.tension.parse().ok()?,
        choice: match record.choice {
            TensionChoiceRecord::Accepted => TensionChoice::Accepted,
            TensionChoiceRecord::Changed => TensionChoice::Changed,
        },
        why: record.why,
    })
}

fn basket(choices: Pairs<u8>) -> Option<Basket> {
    let choices = choices.0.into_iter().map(|(item, level)| Some((item.parse().ok()?, level)));
    gather_all(choices).map(Basket::from_choices)
}

/// A time such as `1997-05-12T14:03Z`, and no other spelling: seconds could single a person out.
fn minute(text: String) -> Option<String> {
    let (date, time) = text.split_once('T')?;
    let (hour, minute) = time.strip_suffix('Z')?.split_once(':')?;
    let below = |part: &str, end: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|number| number < end);
    let exists = date.parse::<Date>().is_ok() && below(hour, 24) && below(minute, 60);
    exists.then_some(text)
}
