use super::*;

static COUNTED: Message = Message {
    name: "counted",
    patterns: &[&[
        Part::Select {
            variable: "n",
            variants: &[
                (Key::Number(0), &[Part::Text("none")]),
                (Key::Word("one"), &[Part::Variable("n"), Part::Text(" person")]),
                (Key::Word("other"), &[Part::Variable("n"), Part::Text(" people")]),
            ],
            default: 2,
        },
        Part::Text(" at "),
        Part::Variable("place"),
    ]],
};

fn said(n: i64) -> String {
    COUNTED.say(&PlainEnglish, &[("n", n.into()), ("place", "table 4".into())])
}

#[test]
fn numbers_choose_their_words() {
    assert_eq!(said(0), "none at table 4");
    assert_eq!(said(1), "1 person at table 4");
    assert_eq!(said(-1_234_567), "-1,234,567 people at table 4");
}

#[test]
fn a_missing_variable_is_seen_not_hidden() {
    assert_eq!(COUNTED.say(&PlainEnglish, &[]), "{$n} people at {$place}");
}

#[test]
fn every_message_says_something_and_is_found_by_name() {
    assert!(!msg::ALL.is_empty());
    for message in msg::ALL {
        assert!(!message.say(&PlainEnglish, &[]).trim().is_empty(), "{}", message.name);
        assert_eq!(Message::by_name(message.name).map(Message::name), Some(message.name));
    }
    assert!(Message::by_name("no-such-message").is_none());
}

#[test]
fn money_keeps_every_digit_and_drops_empty_ones() {
    let gbp = |minor| PlainEnglish.money(minor, "GBP", 2);
    assert_eq!([gbp(0), gbp(5), gbp(123_456_700), gbp(-1_050)], ["£0", "£0.05", "£1,234,567", "-£10.50"]);
    assert_eq!(PlainEnglish.money(1_500, "JPY", 0), "JPY\u{a0}1,500");
    assert_eq!(PlainEnglish.money(1_005, "", 3), "1.005");
    assert_eq!(PlainEnglish.money(i64::MIN, "", 0), "-9,223,372,036,854,775,808");
}

#[test]
fn decimals_keep_their_digits() {
    assert_eq!(PlainEnglish.decimal(-12_345, 1), "-1,234.5");
    assert_eq!(PlainEnglish.decimal(-5, 1), "-0.5");
    assert_eq!(PlainEnglish.decimal(90, 1), "9.0");
    assert_eq!((PlainEnglish.percent(455, 1), PlainEnglish.percent(45, 0)), ("45.5%".to_owned(), "45%".to_owned()));
}

#[test]
fn days_are_written_out() {
    assert_eq!(PlainEnglish.date("1997-06-03"), "3 June 1997");
    for odd in ["", "today", "1997-13-01", "1997-00-01", "97-01-01", "1997-01-41"] {
        assert_eq!(PlainEnglish.date(odd), odd);
    }
}
