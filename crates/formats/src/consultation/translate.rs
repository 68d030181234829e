//! Puts the texts of another language into a file's JSON, before it is read as a record.

use serde_json::Value;

/// Replaces the text at `path`, such as `areas.acute-care.name` or `questions.age.options.over-65`.
/// Entries of a list are named by their id, or by their place from 0 when they have none.
/// Returns whether there is such a text.
pub(super) fn replace(file: &mut Value, path: &str, text: &str) -> bool {
    let mut place = file;
    for step in path.split('.') {
        let next = match place {
            Value::Object(fields) => fields.get_mut(step),
            Value::Array(entries) => {
                let by_id = entries.iter().position(|entry| entry.get("id").is_some_and(|id| id == step));
                by_id.or_else(|| step.parse().ok()).and_then(|index| entries.get_mut(index))
            }
            _ => None,
        };
        let Some(next) = next else { return false };
        place = next;
    }
    // An answer's words are its `text`, which its path leaves out.
    let is_id = place.is_string() && path.rsplit('.').next() == Some("id");
    let target = if place.is_object() { place.get_mut("text") } else { Some(place) };
    match target {
        Some(Value::String(words)) if !is_id => {
            text.clone_into(words);
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_found_by_id_and_by_place() {
        let mut file = json!({"title": "a", "questions": [{"id": "q", "options": [{"id": "unpaid", "text": "b"}]}],
            "items": [{"id": "i", "levels": [{"name": "c", "cost": 1}]}]});
        for path in ["title", "questions.q.options.unpaid", "items.i.levels.0.name"] {
            assert!(replace(&mut file, path, "new"), "{path}");
        }
        let expected = json!({"title": "new", "questions": [{"id": "q", "options": [{"id": "unpaid", "text": "new"}]}],
            "items": [{"id": "i", "levels": [{"name": "new", "cost": 1}]}]});
        assert_eq!(file, expected);
    }

    #[test]
    fn ids_and_numbers_are_not_texts() {
        let mut file = json!({"items": [{"id": "i", "levels": [{"name": "c", "cost": 1}]}]});
        for path in ["items.i.id", "items.i.levels.0.cost", "items.x.name", "nothing", ""] {
            assert!(!replace(&mut file, path, "new"), "{path}");
        }
    }
}
