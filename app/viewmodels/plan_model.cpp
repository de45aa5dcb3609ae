#include "app/viewmodels/plan_model.h"

#include "app/viewmodels/audience_wording.h"
#include "app/viewmodels/person_parts_wording.h"
#include "app/viewmodels/plan_wording.h"
#include "app/viewmodels/tuning.h"
#include "app/viewmodels/withheld_wording.h"
#include "app/viewmodels/worker_rows.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

constexpr qsizetype kMostWorkersShown = 8;

// What this page would show if it were here.
constexpr std::array kShownHere{Category::CarePlan,     Category::Wishes,      Category::HealthSummary,
                                Category::MentalHealth, Category::Alerts,      Category::Carer,
                                Category::Finance,      Category::LegalStatus, Category::ContactDetails};

template <class Rows, class Word>
QVariantList worded(const Rows& rows, Word word) {
    QVariantList out;
    for (const auto& row : rows) {
        out << word(row);
    }
    return out;
}

} // namespace

struct PlanModel::Read {
    PersonsPlan plan;
    Directory directory;
    std::vector<WithheldItem> withheld;
    std::string name;
};

PlanModel::PlanModel(Session& session, QObject* parent) : SavingModel(session, parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(tuning::kSayWorkingAfterMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_slow = true;
        emit slowChanged();
    });
    connect(this, &SavingModel::busyChanged, this, &PlanModel::watch);
}

void PlanModel::watch() {
    const bool working = m_reading || busy();
    if (working == (m_patience.isActive() || m_slow)) {
        return;
    }
    if (working) {
        m_patience.start();
        return;
    }
    m_patience.stop();
    if (m_slow) {
        m_slow = false;
        emit slowChanged();
    }
}

void PlanModel::open(const QString& personId) {
    if (personId != m_personId) {
        forget();
        m_personId = personId;
        emit changed();
    }
    dismissError();
    refresh();
}

void PlanModel::forget() {
    m_personId.clear();
    m_page = {};
    m_directory = {};
    m_found.clear();
    m_foundText.clear();
    m_audienceOf.clear();
    m_audience.clear();
    m_audienceLine.clear();
    m_audienceSource.clear();
    m_reading = false;
    setBusy(false);
    watch();
    setLoaded(false);
}

void PlanModel::clear() {
    forget();
    emit changed();
    emit foundChanged();
    emit audienceChanged();
}

void PlanModel::refresh() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person) {
        return;
    }
    m_reading = true;
    watch();
    run(
        Lane::Read,
        [id = *person](OpenDesk& desk) -> Result<Read> {
            Read read;
            FS_ASSIGN(read.plan, desk.care.plan(id));
            FS_ASSIGN(read.directory, desk.directory());
            FS_ASSIGN(read.withheld, desk.sharing.withheldAbout(id));
            FS_ASSIGN(const auto names, spokenNames(desk.workplace.reader, {id}));
            read.name = names.empty() ? std::string{} : names.begin()->second;
            return read;
        },
        [this, asked = m_personId](Result<Read> read) {
            if (asked != m_personId) {
                return;
            }
            m_reading = false;
            watch();
            if (!read) {
                fail(read.error());
                return;
            }
            Page page = word(*read);
            // Rows that somebody has opened are not made anew under their finger because a server was heard from.
            const bool same = loaded() && page.parts == m_page.parts && page.totals == m_page.totals &&
                              page.called == m_page.called && page.twoLeads == m_page.twoLeads &&
                              page.mayAdd == m_page.mayAdd && page.mayOpen == m_page.mayOpen;
            m_page = std::move(page);
            m_directory = std::move(read->directory);
            setLoaded(true);
            if (!same) {
                emit changed();
            }
        });
}

PlanModel::Page PlanModel::word(const Read& read) const {
    const auto& plan = read.plan;
    const auto& sheet = plan.sheet;
    const QString name = read.name.empty() ? tr("this person") : shown(read.name);
    const PlanReader say{wording(), read.directory, me(), plan, name, session().tablet};
    const PersonPartsReader also{say};
    Page page;
    page.called = name;
    QVariantList leads;
    QVariantList former;
    for (const auto& record : sheet.plans) {
        (care::isOpen(record) ? leads : former) << say.lead(record);
    }
    QVariantList wishes;
    QVariantList views;
    for (const auto& record : sheet.views) {
        (record.fields.text(view::kWhose) == "person" ? wishes : views) << say.view(record);
    }
    wishes += worded(sheet.wishes, [&](const care::OwnWords& said) { return say.wish(said); });
    QVariantList open;
    QVariantList ended;
    for (const auto& one : sheet.actions) {
        (care::isOpen(one.record) ? open : ended) << say.action(one);
    }
    QVariantList aboutMe;
    for (const auto& record : plan.person.aboutMe) {
        const auto said = also.aboutMe(record);
        if (!said.value(QStringLiteral("words")).toList().isEmpty()) {
            aboutMe << said;
        }
    }
    QVariantList withheld;
    for (const auto& item : read.withheld) {
        if (std::find(kShownHere.begin(), kShownHere.end(), item.category) != kShownHere.end()) {
            withheld << withheldRow(item);
        }
    }
    const auto& person = plan.person;
    page.parts = {
        {QStringLiteral("leads"), leads},
        {QStringLiteral("formerLeads"), former},
        {QStringLiteral("wishes"), wishes},
        {QStringLiteral("views"), views},
        {QStringLiteral("needs"), worded(sheet.needs, [&](const Record& r) { return say.need(r); })},
        {QStringLiteral("goals"), worded(sheet.goals, [&](const Record& r) { return say.goal(r); })},
        {QStringLiteral("actions"), open},
        {QStringLiteral("endedActions"), ended},
        {QStringLiteral("lines"), worded(sheet.lines, [&](const Record& r) { return say.line(r); })},
        {QStringLiteral("crisis"), worded(sheet.crisis, [&](const Record& r) { return say.crisis(r); })},
        {QStringLiteral("carers"), worded(sheet.carers, [&](const Record& r) { return say.carer(r); })},
        {QStringLiteral("aboutMe"), aboutMe},
        {QStringLiteral("deaths"), worded(person.deaths, [&](const Record& r) { return also.death(r); })},
        {QStringLiteral("episodes"), worded(person.episodes, [&](const Record& r) { return also.episode(r); })},
        {QStringLiteral("risks"), worded(person.risks, [&](const Record& r) { return also.risk(r); }) +
                                      worded(person.registered, [&](const Alert& a) { return also.registered(a); })},
        {QStringLiteral("allergies"), worded(person.allergies, [&](const Record& r) { return also.allergy(r); })},
        {QStringLiteral("medicines"), worded(person.medicines, [&](const Record& r) { return also.medicine(r); })},
        {QStringLiteral("decided"), worded(person.decided, [&](const Record& r) { return also.decided(r); })},
        {QStringLiteral("asCarer"), worded(person.asCarer, [&](const Record& r) { return also.asCarer(r); })},
        {QStringLiteral("communication"),
         worded(person.communication, [&](const Record& r) { return also.communication(r); })},
        {QStringLiteral("contacts"), worded(person.contacts, [&](const Record& r) { return also.contact(r); })},
        {QStringLiteral("reviews"), worded(plan.reviews, [&](const care::ReviewLine& r) { return also.review(r); })},
        {QStringLiteral("once"), worded(plan.once, [&](const care::StoodOnce& o) { return also.once(o); })},
        {QStringLiteral("withheld"), withheld},
    };
    page.totals = say.totals();
    page.twoLeads = say.twoLeads();
    page.wishMissing =
        sheet.ownWishMissing
            ? tr("Nobody has written down what %1 wants. Ask, and write it as it is said.", "plan: %1 the person")
                  .arg(name)
            : QString{};
    page.allergyDispute =
        person.allergyDisputed
            ? tr("One agency knows of none, another of one. Treat it as an allergy until the two have spoken.",
                 "allergies")
            : QString{};
    page.actionCount = say.actionCount();
    page.empty = sheet.plans.empty() && sheet.needs.empty() && sheet.goals.empty() && sheet.actions.empty() &&
                 sheet.lines.empty() && sheet.views.empty();
    page.mayAdd = plan.mayAdd;
    page.mayOpen = plan.mayOpen;
    return page;
}

template <class Job>
void PlanModel::act(const QString& recordId, Job job) {
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        fail({ErrorCode::InvalidArgument, "record"});
        return;
    }
    save([id = *id, job = std::move(job)](OpenDesk& desk) -> Result<void> { return job(desk.planAnswers, id); });
}

void PlanModel::answer(const QString& actionId, Answer answer, const QString& words) {
    act(actionId, [answer, said = words.trimmed().toStdString()](PlanAnswers& answers, const RecordId& id) {
        return answers.answer(id, static_cast<PlanAnswers::Answer>(answer), said);
    });
}

void PlanModel::offerAction(const QString& actionId, const QString& agency, const QString& worker) {
    act(actionId, [to = AgencyId{agency.toStdString()}, whom = WorkerId{worker.toStdString()}](
                      PlanAnswers& answers, const RecordId& id) { return answers.offerAction(id, to, whom); });
}

void PlanModel::offerPlan(const QString& planId, const QString& worker, const QString& words) {
    act(planId, [whom = WorkerId{worker.toStdString()}, said = words.trimmed().toStdString()](
                    PlanAnswers& answers, const RecordId& id) { return answers.offerPlan(id, whom, said); });
}

void PlanModel::takeBackPlan(const QString& planId) {
    act(planId, [](PlanAnswers& answers, const RecordId& id) { return answers.takeBackPlan(id); });
}

void PlanModel::acceptPlan(const QString& planId) {
    act(planId, [](PlanAnswers& answers, const RecordId& id) { return answers.acceptPlan(id); });
}

void PlanModel::declinePlan(const QString& planId, const QString& words) {
    act(planId, [said = words.trimmed().toStdString()](PlanAnswers& answers, const RecordId& id) {
        return answers.declinePlan(id, said);
    });
}

void PlanModel::closePlan(const QString& planId, const QString& because) {
    act(planId, [said = because.trimmed().toStdString()](PlanAnswers& answers, const RecordId& id) {
        return answers.closePlan(id, said);
    });
}

void PlanModel::end(const QString& recordId, int how, const QString& because) {
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id || how < 0 || how > static_cast<int>(care::Ending::EnteredInError)) {
        fail({ErrorCode::InvalidArgument, "record"});
        return;
    }
    save([id = *id, ending = static_cast<care::Ending>(how), said = because.trimmed().toStdString()](OpenDesk& desk) {
        return desk.care.end(id, ending, said);
    });
}

void PlanModel::findWorkers(const QString& typed, const QString& agency) {
    const auto among = agency.isEmpty() ? AgencyId{} : AgencyId{agency.toStdString()};
    auto all = workersFound(m_directory, typed, among);
    m_foundText = typed.trimmed().isEmpty() ? QString{}
                  : all.isEmpty()
                      ? tr("Nobody of that name is in the directory of this device.", "looking for a worker")
                  : all.size() > kMostWorkersShown ? tr("%n more. Type more of the name.", "looking for a worker",
                                                        static_cast<int>(all.size() - kMostWorkersShown))
                                                   : QString{};
    m_found = all.mid(0, kMostWorkersShown);
    emit foundChanged();
}

void PlanModel::lookWhoSees(const QString& recordId) {
    m_audienceOf = recordId;
    m_audience.clear();
    m_audienceLine.clear();
    m_audienceSource.clear();
    emit audienceChanged();
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        return;
    }
    run(
        Lane::Read,
        [id = *id](OpenDesk& desk) -> Result<WhoSees> {
            FS_ASSIGN(const auto held, desk.care.open(id));
            return desk.sharing.whoWillSee(held.record);
        },
        [this, recordId](const Result<WhoSees>& seen) {
            if (recordId != m_audienceOf || !seen) {
                return; // the page is shown all the same; who sees it is its home's to decide
            }
            auto words = audienceWords(*seen, me(), wording());
            m_audience = std::move(words.parts);
            m_audienceLine = std::move(words.line);
            m_audienceSource = std::move(words.source);
            emit audienceChanged();
        });
}

static_assert(static_cast<int>(PlanModel::Accept) == static_cast<int>(PlanAnswers::Answer::Accept) &&
              static_cast<int>(PlanModel::Cancel) == static_cast<int>(PlanAnswers::Answer::Cancel));

} // namespace frontsheet
