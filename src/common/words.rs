//! Words, numbers, money and dates in the person's language. Words come from Fluent, the rest from `Intl`.

use std::cell::RefCell;
use std::rc::Rc;

use basketry_domain::{Currency, Date, Decimal, Money, PartialDate};
use basketry_texts::{Args, LANGUAGES, Locale, Message};
use js_sys::{Array, Date as JsDate, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Intl.NumberFormat`, `Intl.PluralRules` and `Intl.DateTimeFormat` share their shape; js-sys wants floating
    /// point where `Intl` takes exact decimal texts.
    #[wasm_bindgen(js_namespace = Intl, js_name = NumberFormat)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "NumberFormat")]
    fn new(locales: &Array, options: &Object) -> NumberFormat;
    #[wasm_bindgen(method, getter)]
    fn format(this: &NumberFormat) -> Function;

    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    type DateFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "DateTimeFormat")]
    fn new(locales: &Array, options: &Object) -> DateFormat;
    #[wasm_bindgen(method, getter)]
    fn format(this: &DateFormat) -> Function;

    #[wasm_bindgen(js_namespace = Intl, js_name = PluralRules)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "PluralRules")]
    fn new(locales: &Array) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;
}

/// Says things in one language. Cheap to clone.
#[derive(Clone)]
pub struct Words(Rc<Inner>);

struct Inner {
    tag: String,
    language: usize,
    locales: Array,
    number: Function,
    plural: PluralRules,
    /// Formats made so far, by their options: making one takes longer than writing a hundred numbers with it.
    formats: RefCell<Vec<(String, Function)>>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.0.tag == other.0.tag
    }
}

pub(super) fn options(entries: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a field of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}

fn written(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::NULL, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

impl Words {
    /// Words in `tag` where we have them, else in the first language. `Intl` lacks data for some languages and
    /// would print another script's digits, so British English always stands behind.
    pub fn new(tag: &str) -> Self {
        // Plain `en` is American to `Intl`; our English texts are British.
        let first = if tag == "en" { "en-GB" } else { tag };
        let locales = Array::of2(&JsValue::from_str(first), &JsValue::from_str("en-GB"));
        let language = LANGUAGES.iter().position(|known| *known == tag).unwrap_or(0);
        let number = NumberFormat::new(&locales, &Object::new()).format();
        let plural = PluralRules::new(&locales);
        Self(Rc::new(Inner { tag: tag.to_owned(), language, locales, number, plural, formats: RefCell::default() }))
    }

    /// The language's tag.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// A message in words.
    pub fn say(&self, message: &Message, args: Args<'_>) -> String {
        message.say(self, args)
    }

    /// A whole number.
    pub fn whole(&self, number: i64) -> String {
        self.number(number)
    }

    /// How many.
    pub fn number_of(&self, count: usize) -> String {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// An amount of money; minor units only when there are any.
    pub fn money(&self, amount: Money, currency: Currency) -> String {
        Locale::money(self, amount.minor(), currency.code(), currency.minor_digits())
    }

    /// A decimal figure with the digits its source printed.
    pub fn decimal(&self, figure: Decimal) -> String {
        Locale::decimal(self, figure.units(), u32::from(figure.scale()))
    }

    /// A day, written out.
    pub fn date(&self, date: Date) -> String {
        Locale::date(self, &date.to_string())
    }

    /// A date as closely as it is known: a year, a month or a day.
    pub fn partial_date(&self, date: PartialDate) -> String {
        let text = date.to_string();
        let year = ("year", "numeric");
        let known = |rest: &str, style: &[(&str, &str)]| {
            let style = [style, &[("timeZone", "UTC")]].concat();
            self.moment(&[&text, rest, "T12:00:00Z"].concat(), &style)
        };
        match text.len() {
            4 => known("-01-01", &[year]),
            7 => known("-01", &[year, ("month", "long")]),
            _ => Locale::date(self, &text),
        }
    }

    /// A moment of RFC 3339 in the device's time zone.
    pub fn time(&self, moment: &str) -> String {
        self.moment(moment, &[("dateStyle", "long"), ("timeStyle", "short")])
    }

    fn moment(&self, text: &str, style: &[(&str, &str)]) -> String {
        let date = JsDate::new(&JsValue::from_str(text));
        written(&DateFormat::new(&self.0.locales, &options(style)).format(), &date)
    }
}

impl Locale for Words {
    fn language(&self) -> usize {
        self.0.language
    }

    fn number(&self, number: i64) -> String {
        written(&self.0.number, &JsValue::from_str(&number.to_string()))
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of people and places are far below 2^52")]
    fn plural(&self, number: i64) -> String {
        self.0.plural.select(number as f64)
    }

    fn money(&self, minor: i64, currency: &str, minor_digits: u32) -> String {
        let currency = if currency.is_empty() { vec![] } else { vec![("style", "currency"), ("currency", currency)] };
        self.figure(minor, minor_digits, &[currency, vec![("trailingZeroDisplay", "stripIfInteger")]].concat())
    }

    fn decimal(&self, units: i64, scale: u32) -> String {
        let digits = scale.to_string();
        self.figure(units, scale, &[("minimumFractionDigits", &digits), ("maximumFractionDigits", &digits)])
    }

    fn percent(&self, units: i64, scale: u32) -> String {
        let digits = scale.to_string();
        let style = [("style", "percent"), ("minimumFractionDigits", &digits), ("maximumFractionDigits", &digits)];
        // `Intl` multiplies by a hundred.
        self.figure(units, scale + 2, &style)
    }

    fn date(&self, iso: &str) -> String {
        if iso.parse::<Date>().is_err() {
            return iso.to_owned();
        }
        self.moment(&format!("{iso}T12:00:00Z"), &[("dateStyle", "long"), ("timeZone", "UTC")])
    }
}

impl Words {
    /// `units / 10^scale`, handed to `Intl` as text so that no digit passes through floating point.
    fn figure(&self, units: i64, scale: u32, style: &[(&str, &str)]) -> String {
        let scale = usize::try_from(scale).unwrap_or(0);
        let sign = if units < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", units.unsigned_abs(), width = scale + 1);
        let (whole, rest) = digits.split_at(digits.len() - scale);
        let exact = JsValue::from_str(&format!("{sign}{whole}.{rest}0"));
        written(&self.format(style), &exact)
    }

    fn format(&self, style: &[(&str, &str)]) -> Function {
        let key: String = style.iter().flat_map(|(name, value)| [*name, "=", *value, ";"]).collect();
        let mut formats = self.0.formats.borrow_mut();
        if let Some((_, format)) = formats.iter().find(|(known, _)| *known == key) {
            return format.clone();
        }
        let format = NumberFormat::new(&self.0.locales, &options(style)).format();
        formats.push((key, format.clone()));
        format
    }
}

/// The words of the page's language.
#[hook]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_else(|| Words::new(LANGUAGES[0]))
}
