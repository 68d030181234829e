//! Which columns a consultation's ballots have, and how each is read off a ballot.
//!
//! A name is one of ours or, for what the consultation brings, ours and its ids between colons (`basket:scanner`),
//! which no id has.

use basketry_domain::{
    Area, AreaId, Ballot, Channel, Consultation, Item, ParticipantQuestion, QuestionOption, Reaction, Reading,
    ScoreOutOfFive, SectionId, Side, Tension, TensionChoice, Voter, WorkshopId,
};
use basketry_formats::ballots::fault_notice;
use basketry_texts::{Args, Locale, Message, msg};

use super::{Column, Held, Kind, Row};

/// Makes columns with words.
struct Maker<'a> {
    consultation: &'a Consultation,
    locale: &'a dyn Locale,
}

/// The columns, in the order of the day.
pub(super) fn columns<'a>(consultation: &'a Consultation, locale: &'a dyn Locale) -> Vec<Column<'a>> {
    let maker = Maker { consultation, locale };
    let mut columns = maker.about_the_ballot();
    columns.extend(maker.how_it_was_given());
    columns.extend(consultation.questions.iter().flat_map(|question| maker.question(question)));
    columns.extend(maker.reaction("first_reaction", &msg::EXPORT_DATA_FIRST, |ballot| ballot.first_reaction.as_ref()));
    columns.extend(maker.readings());
    columns.extend(maker.basket());
    columns.extend(maker.tensions());
    columns.extend(
        maker.reaction("considered_view", &msg::EXPORT_DATA_CONSIDERED, |ballot| ballot.considered_view.as_ref()),
    );
    columns.extend(maker.closing());
    columns
}

fn word(text: &str) -> Held {
    Held::Word(text.to_owned())
}

fn words(text: Option<&str>) -> Held {
    text.map_or(Held::Nothing, word)
}

fn number(number: Option<impl Into<i64>>) -> Held {
    number.map_or(Held::Nothing, |number| Held::Number(number.into()))
}

fn count(count: usize) -> Held {
    Held::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn score(score: Option<ScoreOutOfFive>) -> Held {
    number(score.map(ScoreOutOfFive::get))
}

/// A column with its title and what it means.
fn column<'a>(
    name: impl Into<String>,
    kind: Kind,
    (title, meaning): (String, String),
    read: impl Fn(&Ballot) -> Held + 'a,
) -> Column<'a> {
    let read = Box::new(move |row: &Row<'_>| read(&row.ballot));
    Column { name: name.into(), kind, title, meaning, unit: None, words: Vec::new(), read }
}

impl<'a> Maker<'a> {
    fn say(&self, message: &Message, args: Args<'_>) -> String {
        message.say(self.locale, args)
    }

    fn plain(
        &self,
        name: &str,
        kind: Kind,
        (title, meaning): (&Message, &Message),
        read: impl Fn(&Ballot) -> Held + 'a,
    ) -> Column<'a> {
        column(name, kind, (self.say(title, &[]), self.say(meaning, &[])), read)
    }

    /// The words of a column of a few words.
    fn words(&self, words: &[(&str, &Message)]) -> Vec<(String, String)> {
        words.iter().map(|(word, message)| ((*word).to_owned(), self.say(message, &[]))).collect()
    }

    fn about_the_ballot(&self) -> Vec<Column<'a>> {
        let consultation = self.consultation;
        let who = |ballot: &Ballot| word(if ballot.voter == Voter::Table { "table" } else { "person" });
        let named =
            |all: Vec<(&str, &str)>| all.into_iter().map(|(id, name)| (id.to_owned(), name.to_owned())).collect();
        let sections = consultation.sections.iter().map(|section| (section.id.as_str(), section.name.as_str()));
        let workshops = consultation.workshops.iter().map(|workshop| (workshop.id.as_str(), workshop.name.as_str()));
        let section = move |row: &Row<'_>| words(row.counted.section(consultation).as_ref().map(SectionId::as_str));
        vec![
            self.plain("ballot", Kind::Word, (&msg::EXPORT_DATA_BALLOT, &msg::EXPORT_DATA_BALLOT_MEANS), |ballot| {
                Held::Word(ballot.id.to_string())
            }),
            Column {
                words: self.words(&[("person", &msg::EXPORT_DATA_PERSON), ("table", &msg::EXPORT_DATA_OF_TABLE)]),
                ..self.plain("voter", Kind::Word, (&msg::EXPORT_DATA_VOTER, &msg::EXPORT_DATA_VOTER_MEANS), who)
            },
            Column {
                words: named(sections.collect()),
                read: Box::new(section),
                ..self.plain(
                    "section",
                    Kind::Word,
                    (&msg::EXPORT_DATA_SECTION, &msg::EXPORT_DATA_SECTION_MEANS),
                    |_| Held::Nothing,
                )
            },
            // A ballot may name a workshop the consultation does not have: any word may stand here.
            Column {
                meaning: self.say(&msg::EXPORT_DATA_WORKSHOP_MEANS, &[("names", listed(workshops).into())]),
                ..self.plain(
                    "workshop",
                    Kind::Word,
                    (&msg::EXPORT_DATA_WORKSHOP, &msg::EXPORT_DATA_WORKSHOP),
                    |ballot| words(ballot.workshop.as_ref().map(WorkshopId::as_str)),
                )
            },
            self.plain("table", Kind::Whole, (&msg::EXPORT_DATA_TABLE, &msg::EXPORT_DATA_TABLE_MEANS), |ballot| {
                number(ballot.table)
            }),
        ]
    }

    fn how_it_was_given(&self) -> Vec<Column<'a>> {
        let how = |ballot: &Ballot| {
            word(match ballot.channel {
                Channel::Tablet => "tablet",
                Channel::Paper => "paper",
                Channel::Online => "online",
            })
        };
        let consultation = self.consultation;
        let faults = move |row: &Row<'_>| {
            let faults = row.counted.faults(consultation);
            let codes: Vec<String> = faults.iter().map(|fault| fault_notice(fault).code).collect();
            if codes.is_empty() { Held::Nothing } else { Held::Word(codes.join(" ")) }
        };
        let nothing = |_: &Ballot| Held::Nothing;
        let minute = |ballot: &Ballot| word(&ballot.confirmed);
        vec![
            Column {
                words: self.words(&[
                    ("tablet", &msg::EXPORT_DATA_TABLET),
                    ("paper", &msg::EXPORT_DATA_PAPER),
                    ("online", &msg::EXPORT_DATA_ONLINE),
                ]),
                ..self.plain("channel", Kind::Word, (&msg::EXPORT_DATA_CHANNEL, &msg::EXPORT_DATA_CHANNEL_MEANS), how)
            },
            self.plain(
                "assisted",
                Kind::YesNo,
                (&msg::EXPORT_DATA_ASSISTED, &msg::EXPORT_DATA_ASSISTED_MEANS),
                |ballot| Held::YesNo(ballot.assisted),
            ),
            self.plain(
                "language",
                Kind::Word,
                (&msg::EXPORT_DATA_LANGUAGE, &msg::EXPORT_DATA_LANGUAGE_MEANS),
                |ballot| Held::Word(ballot.language.to_string()),
            ),
            self.plain(
                "confirmed",
                Kind::Minute,
                (&msg::EXPORT_DATA_CONFIRMED, &msg::EXPORT_DATA_CONFIRMED_MEANS),
                minute,
            ),
            Column {
                read: Box::new(faults),
                ..self.plain("faults", Kind::Word, (&msg::EXPORT_DATA_FAULTS, &msg::EXPORT_DATA_FAULTS_MEANS), nothing)
            },
        ]
    }

    /// One column of a question with one answer; of one with several a column for each option.
    fn question(&self, question: &'a ParticipantQuestion) -> Vec<Column<'a>> {
        let text = question.text.clone();
        if !question.several {
            let means = self.say(&msg::EXPORT_DATA_ANSWER_MEANS, &[("question", text.as_str().into())]);
            let read = |ballot: &Ballot| {
                let given = ballot.answers.get(&question.id).cloned().into_iter().flatten();
                let given: Vec<String> = given.map(String::from).collect();
                if given.is_empty() { Held::Nothing } else { Held::Word(given.join(" ")) }
            };
            return vec![column(
                format!("answer:{}", question.id),
                Kind::Word,
                (text, with_options(&means, question)),
                read,
            )];
        }
        let option = |option: &'a QuestionOption| {
            let args = [("question", text.as_str().into()), ("option", option.text.as_str().into())];
            let means = self.say(&msg::EXPORT_DATA_OPTION_MEANS, &args);
            let name = format!("answer:{}:{}", question.id, option.id);
            column(name, Kind::YesNo, (format!("{text} {}", option.text), means), |ballot| {
                ballot.answers.get(&question.id).map_or(Held::Nothing, |given| Held::YesNo(given.contains(&option.id)))
            })
        };
        question.options.iter().map(option).collect()
    }

    fn reaction(&self, name: &'static str, title: &Message, of: fn(&Ballot) -> Option<&Reaction>) -> Vec<Column<'a>> {
        let title = self.say(title, &[]);
        let points = self.say(&msg::EXPORT_DATA_POINTS, &[]);
        let area = |area: &'a Area| {
            let args = [("area", area.name.as_str().into()), ("when", title.as_str().into())];
            let means = self.say(&msg::EXPORT_DATA_POINTS_MEANS, &args);
            let read = move |ballot: &Ballot| number(of(ballot).map(|reaction| reaction.points.of(&area.id)));
            let heading = format!("{title}: {}", area.name);
            Column {
                unit: Some(points.clone()),
                ..column(format!("{name}:{}", area.id), Kind::Whole, (heading, means), read)
            }
        };
        let sure = (
            format!("{title}: {}", self.say(&msg::EXPORT_DATA_SURE, &[])),
            self.say(&msg::EXPORT_DATA_SURE_MEANS, &[]),
        );
        let sure = column(format!("{name}_sure"), Kind::Whole, sure, move |ballot| {
            score(of(ballot).and_then(|reaction| reaction.sure))
        });
        self.consultation.areas.iter().map(area).chain([sure]).collect()
    }

    /// What people read, and which arguments moved them.
    fn readings(&self) -> Vec<Column<'a>> {
        let mut columns = Vec::new();
        for area in &self.consultation.areas {
            let about = |message: &Message| self.say(message, &[("area", area.name.as_str().into())]);
            let pair = |message: &Message, means: &Message| (about(message), about(means));
            let name = |what: &str| format!("{what}:{}", area.id);
            let heard = pair(&msg::EXPORT_DATA_HEARD, &msg::EXPORT_DATA_HEARD_MEANS);
            columns.push(column(name("heard_of"), Kind::YesNo, heard, move |ballot| {
                reading(ballot, &area.id).and_then(|reading| reading.heard_of).map_or(Held::Nothing, Held::YesNo)
            }));
            let sheet = pair(&msg::EXPORT_DATA_SHEET, &msg::EXPORT_DATA_SHEET_MEANS);
            columns.push(column(name("sheet_revision"), Kind::Whole, sheet, move |ballot| {
                number(reading(ballot, &area.id).map(|reading| reading.sheet_revision))
            }));
            for (side, word, title) in [
                (Side::For, "arguments_for", &msg::EXPORT_DATA_ADDED_FOR),
                (Side::Against, "arguments_against", &msg::EXPORT_DATA_ADDED_AGAINST),
            ] {
                let added = pair(title, &msg::EXPORT_DATA_ADDED_MEANS);
                columns.push(column(name(word), Kind::Whole, added, move |ballot| {
                    reading(ballot, &area.id).map_or(Held::Nothing, |reading| {
                        count(reading.added.iter().filter(|argument| argument.side == side).count())
                    })
                }));
            }
        }
        columns.extend(self.arguments());
        columns
    }

    fn arguments(&self) -> impl Iterator<Item = Column<'a>> {
        self.consultation.arguments.iter().map(|argument| {
            let text = (self.say(&msg::EXPORT_DATA_MOVED, &[]), argument.text.clone());
            column(format!("moved_by:{}", argument.id), Kind::YesNo, text, |ballot| {
                let moved = ballot.readings.iter().any(|reading| reading.moved_by.contains(&argument.id));
                if ballot.readings.is_empty() { Held::Nothing } else { Held::YesNo(moved) }
            })
        })
    }

    fn basket(&self) -> Vec<Column<'a>> {
        let consultation = self.consultation;
        let item = |item: &'a Item| {
            let levels = item.levels.iter().enumerate().map(|(place, level)| format!("{}: {}", place + 1, level.name));
            let levels = levels.collect::<Vec<_>>().join("; ");
            let args = [("item", item.name.as_str().into()), ("levels", levels.into())];
            let means = self.say(&msg::EXPORT_DATA_LEVEL_MEANS, &args);
            column(format!("basket:{}", item.id), Kind::Whole, (item.name.clone(), means), |ballot| {
                number(ballot.basket.as_ref().map(|basket| basket.level(&item.id).unwrap_or(0)))
            })
        };
        let currency = &consultation.budget.currency;
        let money = Kind::Amount { digits: currency.minor_digits() };
        let unit = Some(currency.code().to_owned());
        let cost = (&msg::EXPORT_DATA_COST, &msg::EXPORT_DATA_COST_MEANS);
        let cost = self.plain("basket_cost", money, cost, |ballot| {
            number(ballot.basket.as_ref().map(|basket| basket.cost(consultation).minor()))
        });
        let left = (&msg::EXPORT_DATA_LEFT, &msg::EXPORT_DATA_LEFT_MEANS);
        let left = self.plain("basket_left", money, left, |ballot| {
            number(ballot.basket.as_ref().map(|basket| basket.left(consultation).minor()))
        });
        let sums = [Column { unit: unit.clone(), ..cost }, Column { unit, ..left }];
        consultation.items.iter().map(item).chain(sums).collect()
    }

    fn tensions(&self) -> Vec<Column<'a>> {
        let tension = |tension: &'a Tension| {
            let means = self.say(&msg::EXPORT_DATA_TENSION_MEANS, &[("tension", tension.title.as_str().into())]);
            let read = |ballot: &Ballot| {
                let answer = ballot.tensions.iter().find(|answer| answer.tension == tension.id);
                answer.map_or(Held::Nothing, |answer| {
                    word(if answer.choice == TensionChoice::Accepted { "accepted" } else { "changed" })
                })
            };
            Column {
                words: self.words(&[("accepted", &msg::EXPORT_DATA_ACCEPTED), ("changed", &msg::EXPORT_DATA_CHANGED)]),
                ..column(format!("tension:{}", tension.id), Kind::Word, (tension.title.clone(), means), read)
            }
        };
        self.consultation.tensions.iter().map(tension).collect()
    }

    fn closing(&self) -> Vec<Column<'a>> {
        vec![
            self.plain("live_with", Kind::Whole, (&msg::EXPORT_DATA_LIVE, &msg::EXPORT_DATA_LIVE_MEANS), |ballot| {
                score(ballot.closing.live_with)
            }),
            self.plain(
                "dissent",
                Kind::Whole,
                (&msg::EXPORT_DATA_DISSENT, &msg::EXPORT_DATA_DISSENT_MEANS),
                |ballot| count(ballot.dissent.len()),
            ),
        ]
    }
}

fn reading<'b>(ballot: &'b Ballot, area: &AreaId) -> Option<&'b Reading> {
    ballot.readings.iter().find(|reading| &reading.area == area)
}

fn with_options(means: &str, question: &ParticipantQuestion) -> String {
    let options = question.options.iter().map(|option| (option.id.as_str(), option.text.as_str()));
    format!("{means} {}", listed(options))
}

/// "old: Older people; young: Young adults".
fn listed<'b>(named: impl Iterator<Item = (&'b str, &'b str)>) -> String {
    named.map(|(id, name)| format!("{id}: {name}")).collect::<Vec<_>>().join("; ")
}
