// What is known at the door and what is due, in words.
#pragma once

#include "app/viewmodels/wording.h"

#include <QVariantList>

namespace frontsheet {

namespace care {
struct DoorFact;
struct DoorSheet;
struct DueAtVisit;
struct MayBeTold;
struct ToRing;
enum class VisitStage : std::uint8_t;
} // namespace care

class DoorWording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::DoorWording)

public:
    DoorWording(const Wording& wording, const Directory& directory) : m_wording(wording), m_directory(directory) {}

    // {iconName, title, detail, secret, record, grave, badge}: a row of its own.
    [[nodiscard]] QVariantMap fact(const care::DoorFact& fact) const;
    [[nodiscard]] QVariantList facts(const care::DoorSheet& door) const;
    // {iconName, text}: in a glance, at most `most`, and that there is something about getting in.
    [[nodiscard]] QVariantList glance(const care::DoorSheet& door, int most) const;
    // {text, instrument, measure, grave}
    [[nodiscard]] QVariantMap due(const care::DueAtVisit& due) const;
    // {worker, name, role, phone, because, badge}
    [[nodiscard]] QVariantMap mayBeTold(const care::MayBeTold& who) const;

    // {name, detail, phone}
    [[nodiscard]] static QVariantMap toRing(const care::ToRing& who);

    [[nodiscard]] static QString stage(care::VisitStage stage);
    [[nodiscard]] static QString stageIcon(care::VisitStage stage);
    // As pages compare it: planned, way, there, done, no-reply, cancelled, stopped.
    [[nodiscard]] static QString stageName(care::VisitStage stage);

private:
    const Wording& m_wording;
    const Directory& m_directory;
};

} // namespace frontsheet
