#include "core/domain/alert.h"

#include "core/base/utf8.h"
#include "core/domain/schema/registration.h"

namespace frontsheet {

Source sourceOf(const Record& record) {
    return {record.home, record.recordedAt.isKnown() ? record.recordedAt : record.occurredAt};
}

std::vector<Alert> alertsOf(const Record& registration) {
    std::vector<Alert> alerts;
    const FieldSet& f = registration.fields;
    const auto take = [&](Alert::Kind kind, const TextField& field) {
        if (auto text = f.get(field); !text.empty()) {
            alerts.push_back({kind, std::move(text), sourceOf(registration), registration.id});
        }
    };
    take(Alert::Kind::Alert, registration::kAlert);
    take(Alert::Kind::Access, registration::kAccessNote);
    if (foldForSearch(f.text(registration::kLegalStatus)) != "none") {
        take(Alert::Kind::LegalStatus, registration::kLegalStatus);
    }
    return alerts;
}

} // namespace frontsheet
