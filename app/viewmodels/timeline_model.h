// What happened with one person, newest first, chosen by kind and by agency. A part of the front sheet's view model, which hands it what
// there is; the choice stays while more comes in, and goes with the person. UI thread only.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

#include <vector>

namespace frontsheet {

class TimelineModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the front sheet")
    // The newest of what is chosen, as many as are shown: {id, text, badge, record, opens (referral, placement, conference, notes, plan, or
    // empty)}. Of five years there are thousands: each is worded when it is shown.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    // What may be chosen, with how many there are: {key, text}; the first is all of them.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(QVariantList agencies READ agencies NOTIFY changed)
    Q_PROPERTY(int kind READ kind NOTIFY changed) // which of them is chosen
    Q_PROPERTY(int agency READ agency NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int chosen READ chosen NOTIFY changed)
    Q_PROPERTY(int more READ more NOTIFY changed) // would follow if one asked
    Q_PROPERTY(bool everything READ everything NOTIFY changed)
    Q_PROPERTY(QString none READ none NOTIFY changed) // "No visits by Harbour Health.": nothing fits the choice

public:
    // The directory is the front sheet's, as it stands when something is worded.
    TimelineModel(const Wording& wording, const Directory& directory, QObject* parent = nullptr)
        : QObject(parent), m_wording(wording), m_directory(directory) {}

    Q_INVOKABLE void chooseKind(int index);
    Q_INVOKABLE void chooseAgency(int index);
    Q_INVOKABLE void showEverything();
    Q_INVOKABLE void showMore();

    void take(const QString& personId, std::vector<Happening> timeline);
    void clear();

    [[nodiscard]] QVariantList rows() const { return m_rows; }
    [[nodiscard]] QVariantList kinds() const { return m_kinds; }
    [[nodiscard]] QVariantList agencies() const { return m_agencies; }
    [[nodiscard]] int kind() const;
    [[nodiscard]] int agency() const;
    [[nodiscard]] int total() const { return static_cast<int>(m_timeline.size()); }
    [[nodiscard]] int chosen() const { return static_cast<int>(m_chosen.rows.size()); }
    [[nodiscard]] int more() const;
    [[nodiscard]] bool everything() const { return m_choice.isEverything(); }
    [[nodiscard]] QString none() const;

signals:
    void changed();

private:
    void choose(const TimelineChoice& choice);
    void word();
    [[nodiscard]] QVariantMap row(const Happening& happening) const;
    [[nodiscard]] QString text(const Happening& happening) const;
    [[nodiscard]] QString agencyName(const AgencyId& agency) const;

    const Wording& m_wording;
    const Directory& m_directory;
    QString m_personId;
    std::vector<Happening> m_timeline;
    TimelineChoice m_choice;
    ChosenTimeline m_chosen;
    std::vector<TimelinePart> m_parts; // as the chips stand, without the first
    std::vector<AgencyId> m_byName;    // the same of agencies
    QVariantList m_rows, m_kinds, m_agencies;
    int m_most = 0;
};

} // namespace frontsheet
