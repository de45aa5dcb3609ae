#include "app/viewmodels/reports_model.h"

#include "app/viewmodels/report_wording.h"
#include "app/viewmodels/reports_desk.h"
#include "core/domain/calendar.h"
#include "core/domain/care/managing.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/typed_date.h"

#include <optional>

namespace frontsheet {

namespace {

constexpr std::size_t kPeopleShown = 200; // of one figure; more are nobody's list to read

constexpr int kAfterDischarge = 0;
constexpr int kReferrals = 1;

std::string dayBefore(std::chrono::year_month_day today, std::chrono::months by) {
    const auto back = today - by;
    return isoDate(back.ok() ? back : back.year() / back.month() / std::chrono::last);
}

} // namespace

struct ReportsModel::Read {
    int kind = kAfterDischarge;
    report::ReportPeriod period;
    report::Cohort cohort;
    report::ReferralLoop loop;
    Directory directory;
};

// Who is behind a figure, with the words of the record that put them there.
struct ReportsModel::Behind {
    std::vector<report::CohortPerson> people;
    std::vector<report::ReferralJourney> courses;
    std::vector<PersonRow> rows; // of either, in their order
    std::vector<std::string> words;
    std::size_t all = 0;
};

ReportsModel::ReportsModel(Session& session, QObject* parent) : PageModel(session, parent) {}
ReportsModel::~ReportsModel() = default;

void ReportsModel::clear() {
    ++m_asked;
    m_read.reset();
    m_kind = m_whose = 0;
    m_service = -1;
    m_busy = false;
    m_whoseChoices.clear();
    m_from.clear();
    m_until.clear();
    m_fromFault.clear();
    m_untilFault.clear();
    m_heading.clear();
    m_empty.clear();
    m_toPassOn.clear();
    m_sections.clear();
    m_services.clear();
    forgetBehind();
    setLoaded(false);
    emit changed();
}

void ReportsModel::forgetBehind() {
    m_behind.clear();
    m_behindTitle.clear();
    m_peopleMore.clear();
    m_people.clear();
    emit behindChanged();
}

void ReportsModel::open() {
    if (m_from.isEmpty() && m_until.isEmpty() && session().desk) {
        const std::string today = frontsheet::today(session().desk->workplace);
        m_from = wording().isoDate(dayBefore(*fullDate(today), std::chrono::months{12}));
        m_until = wording().isoDate(today);
        // The report after discharge counts whom one reviews: for who reviews nobody it would open empty.
        m_kind = care::reviewsPlacements(me()) || care::mayManage(me()) ? kAfterDischarge : kReferrals;
    }
    read();
}

void ReportsModel::chooseKind(int kind) {
    if (kind != m_kind) {
        m_kind = kind;
        m_whose = 0;
        read();
    }
}

void ReportsModel::chooseWhose(int whose) {
    if (whose != m_whose) {
        m_whose = whose;
        read();
    }
}

void ReportsModel::typeDays(const QString& from, const QString& until) {
    m_from = from;
    m_until = until;
}

void ReportsModel::chooseDays(const QString& from, const QString& until) {
    typeDays(from, until);
    read();
}

void ReportsModel::chooseChoices() {
    const bool manages = care::mayManage(me());
    if (m_kind == kAfterDischarge) {
        m_whoseChoices = manages ? QStringList{tr("My people", "report"), tr("My agency's", "report")} : QStringList{};
    } else {
        m_whoseChoices = {tr("Sent by me", "report: referrals"), tr("Came to me", "report: referrals")};
        if (manages) {
            m_whoseChoices << tr("Sent by my agency", "report: referrals")
                           << tr("Came to my agency", "report: referrals");
        }
    }
}

void ReportsModel::read() {
    if (!session().desk) {
        return;
    }
    chooseChoices();
    forgetBehind();
    m_service = -1;
    const std::string today = frontsheet::today(session().desk->workplace);
    const auto from = typedDate(m_from.toStdString(), today, DateTowards::Past);
    const auto until = typedDate(m_until.toStdString(), today, DateTowards::Past);
    const QString noDay = tr("Not a day that there is. Such as 1/4/2026, 1 April 2026, last Monday.", "report");
    m_fromFault = from && fullDate(*from) ? QString{} : noDay;
    m_untilFault = until && fullDate(*until) ? QString{} : noDay;
    const auto period = m_fromFault.isEmpty() && m_untilFault.isEmpty()
                            ? report::periodBetween(*from, *until)
                            : Result<report::ReportPeriod>{ErrorCode::InvalidArgument};
    if (!period && period.error().code == ErrorCode::ImpossibleDate) {
        m_untilFault = tr("This is before the first day. The later day stands here.", "report");
    }
    const int asked = ++m_asked;
    if (!period) {
        m_busy = false;
        emit changed(); // what was shown stays, with its own days above it
        return;
    }
    m_busy = true;
    emit changed();
    const bool loop = m_kind == kReferrals;
    const bool agency = loop ? m_whose >= 2 : m_whose == 1;
    const auto scope = agency ? ReportScope::MyAgencys : ReportScope::Mine;
    const auto side = m_whose == 1 || m_whose == 3 ? LoopSide::Came : LoopSide::Sent;
    run(
        Lane::Read,
        [days = *period, loop, scope, side](OpenDesk& desk) -> Result<std::shared_ptr<const Read>> {
            auto* reports = ReportsDesk::of(desk);
            if (reports == nullptr) {
                return {ErrorCode::Unsupported, "reports"};
            }
            auto read = std::make_shared<Read>();
            read->kind = loop ? kReferrals : kAfterDischarge;
            read->period = days;
            if (loop) {
                FS_ASSIGN(read->loop, reports->referrals(days, scope, side));
            } else {
                FS_ASSIGN(read->cohort, reports->cohort(days, scope));
            }
            FS_ASSIGN(read->directory, desk.directory());
            return std::shared_ptr<const Read>{std::move(read)};
        },
        [this, asked](Result<std::shared_ptr<const Read>> found) {
            if (asked != m_asked) {
                return;
            }
            m_busy = false;
            if (!found) {
                fail(found.error());
                emit changed();
                return;
            }
            dismissError();
            m_read = *found;
            word();
            setLoaded(true);
            emit changed();
        });
}

void ReportsModel::word() {
    const ReportWording words{wording()};
    m_heading = words.days(m_read->period);
    m_empty.clear();
    m_sections.clear();
    m_services.clear();
    m_toPassOn.clear();
    if (m_read->kind == kAfterDischarge) {
        if (m_read->cohort.people.empty()) {
            m_empty = m_whose == 1 ? tr("Nobody of your agency's left hospital for care in these days, as far as this "
                                        "device knows. Other days may have some.")
                                   : tr("Nobody you review left hospital for care in these days. Other days may have "
                                        "some.");
            return;
        }
        m_sections = words.cohort(m_read->cohort, report::ToldTo::TheirOwnWorkers);
        m_toPassOn = words.toPassOn(tr("After discharge, %1", "first line of a report, %1 days").arg(m_heading),
                                    words.cohort(m_read->cohort, report::ToldTo::Anybody));
        return;
    }
    if (m_read->loop.courses.empty()) {
        m_empty = tr("No referral in these days, and none from before is still open.");
        return;
    }
    const auto service = m_service < 0 ? report::ReferralLoop::kAllServices : static_cast<std::uint32_t>(m_service);
    m_sections = words.loop(m_read->loop, service, report::ToldTo::TheirOwnWorkers);
    m_services = words.services(m_read->loop, m_read->directory);
    const QString of =
        m_service < 0 ? QString{}
                      : words.serviceName(m_read->loop.services[service], m_read->directory) + QStringLiteral(", ");
    m_toPassOn = words.toPassOn(tr("Referrals, %1", "first line of a report, %1 days").arg(of + m_heading),
                                words.loop(m_read->loop, service, report::ToldTo::Anybody));
}

void ReportsModel::chooseService(int place) {
    if (!m_read || m_read->kind != kReferrals || place >= static_cast<int>(m_read->loop.services.size())) {
        return;
    }
    m_service = place;
    forgetBehind();
    word();
    emit changed();
}

QVariantMap ReportsModel::personRow(const Behind& behind, std::size_t at) const {
    const ReportWording words{wording()};
    const auto& row = behind.rows[at];
    const bool referral = !behind.courses.empty();
    return {{QStringLiteral("personId"), shown(row.person.hex())},
            {QStringLiteral("referralId"), referral ? shown(behind.courses[at].referral.hex()) : QString{}},
            {QStringLiteral("name"), row.familyName.empty() && row.givenName.empty()
                                         ? Wording::notKnown()
                                         : shown(bannerName(row.familyName, row.givenName, row.title))},
            {QStringLiteral("age"), wording().age(row.born)},
            {QStringLiteral("line"), referral ? words.stands(behind.courses[at]) : words.became(behind.people[at])},
            {QStringLiteral("own"), shown(behind.words[at])}};
}

void ReportsModel::showBehind(const QString& key, const QString& title) {
    forgetBehind();
    if (key.isEmpty() || !m_read) {
        return;
    }
    m_behind = key;
    m_behindTitle = title;
    emit behindChanged();
    run(
        Lane::Read,
        [read = m_read, key, service = m_service](OpenDesk& desk) -> Result<Behind> {
            Behind behind;
            std::vector<PersonId> persons;
            std::vector<RecordId> records;
            const auto take = [&](auto& into, const auto& one, const PersonId& person, const RecordId& record) {
                if (++behind.all <= kPeopleShown) {
                    into.push_back(one);
                    persons.push_back(person);
                    records.push_back(record);
                }
            };
            for (const auto& person : read->cohort.people) {
                if (read->kind == kAfterDischarge && isBehind(key, person)) {
                    take(behind.people, person, person.person, person.placement);
                }
            }
            for (const auto& course : read->loop.courses) {
                const bool here = service < 0 || course.service == static_cast<std::uint32_t>(service);
                if (read->kind == kReferrals && here && isBehind(key, course)) {
                    take(behind.courses, course, course.person, course.referral);
                }
            }
            FS_ASSIGN(behind.rows, desk.workplace.reader.personRows(persons));
            for (const auto& id : records) {
                FS_ASSIGN(const auto record, desk.workplace.reader.record(id));
                const auto& field = read->kind == kAfterDischarge ? placement::kOwnWish : referral::kNeed;
                behind.words.push_back(record ? record->record.fields.get(field) : std::string{});
            }
            return behind;
        },
        [this, key](Result<Behind> found) {
            if (key != m_behind) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            for (std::size_t at = 0; at < found->rows.size(); ++at) {
                m_people << personRow(*found, at);
            }
            m_peopleMore = found->all > kPeopleShown
                               ? tr("%1 more are not listed. Fewer days make a shorter list.", "report, %1 number")
                                     .arg(found->all - kPeopleShown)
                               : QString{};
            emit behindChanged();
        });
}

} // namespace frontsheet
