<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AlertLine</name>
    <message numerus="yes">
        <source>%1, and %n more alert(s)</source>
        <comment>front sheet: the gravest alert, and how many more there are</comment>
        <translation>
            <numerusform>%1, and %n more alert</numerusform>
            <numerusform>%1, and %n more alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <comment>of one role, not named</comment>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <comment>%1 names</comment>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s) will read all of it</source>
        <comment>who will see this, in one line</comment>
        <translation>
            <numerusform>%n worker will read all of it</numerusform>
            <numerusform>%n workers will read all of it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%1, %n placement(s)</source>
        <comment>screen reader: a stage of the board</comment>
        <translation>
            <numerusform>%1, %n placement</numerusform>
            <numerusform>%1, %n placements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::PlacementBoardModel</name>
    <message numerus="yes">
        <source>My %n people</source>
        <comment>placement board: whose placements</comment>
        <translation>
            <numerusform>My %n person</numerusform>
            <numerusform>My %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) overdue</source>
        <comment>placement board</comment>
        <translation>
            <numerusform>%n review overdue</numerusform>
            <numerusform>%n reviews overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due in 7 days</source>
        <comment>placement board: reviews</comment>
        <translation>
            <numerusform>%n due in 7 days</numerusform>
            <numerusform>%n due in 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wish(es) not asked yet</source>
        <comment>placement board</comment>
        <translation>
            <numerusform>%n wish not asked yet</numerusform>
            <numerusform>%n wishes not asked yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::PlacementWords</name>
    <message numerus="yes">
        <source>%n day(s) after discharge</source>
        <comment>placement that has ended</comment>
        <translation>
            <numerusform>%n day after discharge</numerusform>
            <numerusform>%n days after discharge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) since discharge</source>
        <comment>placement</comment>
        <translation>
            <numerusform>%n day since discharge</numerusform>
            <numerusform>%n days since discharge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <comment>review</comment>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review in %n day(s)</source>
        <comment>placement</comment>
        <translation>
            <numerusform>Review in %n day</numerusform>
            <numerusform>Review in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Slipped %n time(s): %1</source>
        <comment>date of a review, %1 the last reason</comment>
        <translation>
            <numerusform>Slipped %n time: %1</numerusform>
            <numerusform>Slipped %n times: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message numerus="yes">
        <source>%n item(s) you had not sent went to %1. A person there looks at them.</source>
        <comment>%1 agency</comment>
        <translation>
            <numerusform>%n item you had not sent went to %1. A person there looks at it.</numerusform>
            <numerusform>%n items you had not sent went to %1. A person there looks at them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) for %1 could not be sent and are sealed for %2.</source>
        <comment>%1 agency they were for, %2 the worker&apos;s agency</comment>
        <translation>
            <numerusform>%n item for %1 could not be sent and is sealed for %2.</numerusform>
            <numerusform>%n items for %1 could not be sent and are sealed for %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or document(s) could not be sent. They lie sealed in the folder unsent.files of this profile: take this device to %1.</source>
        <comment>%1 agency</comment>
        <translation>
            <numerusform>%n photo or document could not be sent. It lies sealed in the folder unsent.files of this profile: take this device to %1.</numerusform>
            <numerusform>%n photos or documents could not be sent. They lie sealed in the folder unsent.files of this profile: take this device to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or document(s) could not be sent and could not be kept: this disk failed.</source>
        <comment>closed profile</comment>
        <translation>
            <numerusform>%n photo or document could not be sent and could not be kept: this disk failed.</numerusform>
            <numerusform>%n photos or documents could not be sent and could not be kept: this disk failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisagreementRow</name>
    <message numerus="yes">
        <source>%1: %n version(s)</source>
        <comment>%1 is what the agencies disagree on, such as Address</comment>
        <translation>
            <numerusform>%1: %n version</numerusform>
            <numerusform>%1: %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message numerus="yes">
        <source>%n record(s) sent to their device</source>
        <comment>disclosure: a release</comment>
        <translation>
            <numerusform>%n record sent to their device</numerusform>
            <numerusform>%n records sent to their device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) not named here</source>
        <comment>disclosure</comment>
        <translation>
            <numerusform>%n record not named here</numerusform>
            <numerusform>%n records not named here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed from %1 of %n device(s).</source>
        <comment>removed from devices, %1 how many have</comment>
        <translation>
            <numerusform>Removed from %1 of %n device.</numerusform>
            <numerusform>Removed from %1 of %n devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printed or saved to a file %n time(s).</source>
        <comment>removed from devices</comment>
        <translation>
            <numerusform>Printed or saved to a file %n time.</numerusform>
            <numerusform>Printed or saved to a file %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older entries are not listed here. Whoever runs your agency&apos;s server can list all of them.</source>
        <comment>disclosure</comment>
        <translation>
            <numerusform>%n older entry is not listed here. Whoever runs your agency&apos;s server can list it.</numerusform>
            <numerusform>%n older entries are not listed here. Whoever runs your agency&apos;s server can list all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>disclosure by worker: of whom</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people by name.</source>
        <comment>disclosure by worker: in all</comment>
        <translation>
            <numerusform>%n person by name.</numerusform>
            <numerusform>%n people by name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) sent to their devices.</source>
        <comment>disclosure by worker: in all</comment>
        <translation>
            <numerusform>%n record sent to their devices.</numerusform>
            <numerusform>%n records sent to their devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n time(s).</source>
        <comment>disclosure by worker: in all</comment>
        <translation>
            <numerusform>Read %n time.</numerusform>
            <numerusform>Read %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printed or saved to a file %n time(s).</source>
        <comment>disclosure by worker: in all</comment>
        <translation>
            <numerusform>Printed or saved to a file %n time.</numerusform>
            <numerusform>Printed or saved to a file %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emergency access(es).</source>
        <comment>disclosure by worker: in all</comment>
        <translation>
            <numerusform>%n emergency access.</numerusform>
            <numerusform>%n emergency accesses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormFoot</name>
    <message numerus="yes">
        <source>Not saved yet: %n answer(s) to put right.</source>
        <comment>under a form</comment>
        <translation>
            <numerusform>Not saved yet: %n answer to put right.</numerusform>
            <numerusform>Not saved yet: %n answers to put right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message numerus="yes">
        <source>%1, %n waiting for you</source>
        <comment>Navigation entry with a number of things to do</comment>
        <translation>
            <numerusform>%1, %n waiting for you</numerusform>
            <numerusform>%1, %n waiting for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnowersList</name>
    <message numerus="yes">
        <source>Show all %n colleagues</source>
        <comment>button: choosing who may know an address</comment>
        <translation>
            <numerusform>Show all %n colleague</numerusform>
            <numerusform>Show all %n colleagues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message numerus="yes">
        <source>Only for you and %n named reader(s)</source>
        <comment>note: restricted</comment>
        <translation>
            <numerusform>Only for you and %n named reader</numerusform>
            <numerusform>Only for you and %n named readers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <comment>button on a note: photos and documents</comment>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message numerus="yes">
        <source>Show %n earlier note(s)</source>
        <comment>button under the newest notes</comment>
        <translation>
            <numerusform>Show %n earlier note</numerusform>
            <numerusform>Show %n earlier notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n found</source>
        <comment>people found by a search</comment>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n found</source>
        <comment>people found by a search</comment>
        <translation>
            <numerusform>More than %n found</numerusform>
            <numerusform>More than %n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people on this device</source>
        <translation>
            <numerusform>%n person on this device</numerusform>
            <numerusform>%n people on this device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people on your list</source>
        <translation>
            <numerusform>%n person on your list</numerusform>
            <numerusform>%n people on your list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsPage</name>
    <message numerus="yes">
        <source>%n more after these.</source>
        <comment>likely pairs</comment>
        <translation>
            <numerusform>%n more after these.</numerusform>
            <numerusform>%n more after these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <comment>referrals</comment>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message numerus="yes">
        <source>%n thing(s) wait(s) for your agency</source>
        <comment>governance list</comment>
        <translation>
            <numerusform>%n thing waits for your agency</numerusform>
            <numerusform>%n things wait for your agency</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubjectAccess</name>
    <message numerus="yes">
        <source>%n entry(ies) of this record set aside for review.</source>
        <translation>
            <numerusform>%n entry of this record is set aside for review.</numerusform>
            <numerusform>%n entries of this record are set aside for review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set aside for review: %n record(s)</source>
        <translation>
            <numerusform>Set aside for review: %n record</numerusform>
            <numerusform>Set aside for review: %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n pair(s) of records may be the same person. Somebody who knows them decides.</source>
        <comment>Today</comment>
        <translation>
            <numerusform>%n pair of records may be the same person. Somebody who knows them decides.</numerusform>
            <numerusform>%n pairs of records may be the same person. Somebody who knows them decides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait(s) for your agency</source>
        <comment>governance list</comment>
        <translation>
            <numerusform>%n thing waits for your agency</numerusform>
            <numerusform>%n things wait for your agency</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n people</source>
        <comment>opens the caseload</comment>
        <translation>
            <numerusform>All %n person</numerusform>
            <numerusform>All %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::GovernanceModel</name>
    <message numerus="yes">
        <source>%n clause(s) stopped by %1</source>
        <comment>%1 agency</comment>
        <translation>
            <numerusform>%n clause stopped by %1</numerusform>
            <numerusform>%n clauses stopped by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::PlanModel</name>
    <message numerus="yes">
        <source>%n more. Type more of the name.</source>
        <comment>looking for a worker</comment>
        <translation>
            <numerusform>%n more. Type more of the name.</numerusform>
            <numerusform>%n more. Type more of the name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::PlanReader</name>
    <message numerus="yes">
        <source>%n hour(s) a week</source>
        <comment>carer</comment>
        <translation>
            <numerusform>%n hour a week</numerusform>
            <numerusform>%n hours a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <comment>a date that has passed</comment>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::ReferralReader</name>
    <message numerus="yes">
        <source>Passed on %n time(s)</source>
        <comment>referral chip</comment>
        <translation>
            <numerusform>Passed on once</numerusform>
            <numerusform>Passed on %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed on %n time(s)</source>
        <comment>referral stage</comment>
        <translation>
            <numerusform>Passed on once</numerusform>
            <numerusform>Passed on %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) overdue</source>
        <comment>referral clock</comment>
        <translation>
            <numerusform>%n working day overdue</numerusform>
            <numerusform>%n working days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <comment>referral clock</comment>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::ReportWording</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <comment>within</comment>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>within</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>within</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>within</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open for %n working day(s)</source>
        <comment>referral</comment>
        <translation>
            <numerusform>Open for %n working day</numerusform>
            <numerusform>Open for %n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::TodayModel</name>
    <message numerus="yes">
        <source>%n day(s) since discharge</source>
        <comment>placement</comment>
        <translation>
            <numerusform>%n day since discharge</numerusform>
            <numerusform>%n days since discharge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <comment>review</comment>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review in %n day(s)</source>
        <comment>placement</comment>
        <translation>
            <numerusform>Review in %n day</numerusform>
            <numerusform>Review in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>reviews</comment>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due in 7 days</source>
        <comment>reviews</comment>
        <translation>
            <numerusform>%n due in 7 days</numerusform>
            <numerusform>%n due in 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::WaitingModel</name>
    <message numerus="yes">
        <source>%n item(s) need you.</source>
        <comment>sync line: something was refused or conflicts</comment>
        <translation>
            <numerusform>%n item needs you.</numerusform>
            <numerusform>%n items need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) waiting to send.</source>
        <comment>sync line</comment>
        <translation>
            <numerusform>%n item waiting to send.</numerusform>
            <numerusform>%n items waiting to send.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n item(s)</source>
        <comment>sync line, opens the list</comment>
        <translation>
            <numerusform>See the %n item</numerusform>
            <numerusform>See the %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to date at %1 with %n agencies.</source>
        <comment>sync line, %1 time</comment>
        <translation>
            <numerusform>Up to date at %1 with %n agency.</numerusform>
            <numerusform>Up to date at %1 with %n agencies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved together with %n other item(s): what you do with one of them goes for all.</source>
        <comment>a refused item: what is let go together</comment>
        <translation>
            <numerusform>Saved together with %n other item: what you do with one of them goes for both.</numerusform>
            <numerusform>Saved together with %n other items: what you do with one of them goes for all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::RoundModel</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <comment>round</comment>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next, in %n minute(s)</source>
        <comment>visit</comment>
        <translation>
            <numerusform>Next, in %n minute</numerusform>
            <numerusform>Next, in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next, %n minute(s) late</source>
        <comment>visit</comment>
        <translation>
            <numerusform>Next, %n minute late</numerusform>
            <numerusform>Next, %n minutes late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::VisitModel</name>
    <message numerus="yes">
        <source>%1, %n minute(s)</source>
        <comment>%1 date and time of a visit</comment>
        <translation>
            <numerusform>%1, %n minute</numerusform>
            <numerusform>%1, %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::Wording</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AwaySheet</name>
    <message numerus="yes">
        <source>And %n more, on the page behind.</source>
        <comment>pieces of work</comment>
        <translation>
            <numerusform>And %n more, on the page behind.</numerusform>
            <numerusform>And %n more, on the page behind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <comment>pieces of work</comment>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message numerus="yes">
        <source>Who is to take over %n thing(s)?</source>
        <comment>sheet heading</comment>
        <translation>
            <numerusform>Who is to take it over?</numerusform>
            <numerusform>Who is to take over %n things?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamWorkerPage</name>
    <message numerus="yes">
        <source>Choose all %n to hand over</source>
        <comment>button: everything a worker has</comment>
        <translation>
            <numerusform>Choose it to hand over</numerusform>
            <numerusform>Choose all %n to hand over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message numerus="yes">
        <source>All %n of them</source>
        <comment>shows the rest of a list</comment>
        <translation>
            <numerusform>All %n of them</numerusform>
            <numerusform>All %n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::TeamModel</name>
    <message numerus="yes">
        <source>%n people in the team.</source>
        <comment>team page</comment>
        <translation>
            <numerusform>%n person in the team.</numerusform>
            <numerusform>%n people in the team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) nobody has.</source>
        <comment>team page</comment>
        <translation>
            <numerusform>%n thing nobody has.</numerusform>
            <numerusform>%n things nobody has.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late.</source>
        <comment>team page: pieces of work</comment>
        <translation>
            <numerusform>%n late.</numerusform>
            <numerusform>%n late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s)</source>
        <comment>open, of a worker</comment>
        <translation>
            <numerusform>%n referral</numerusform>
            <numerusform>%n referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <comment>of which a worker is case owner</comment>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n placement(s)</source>
        <comment>of a reviewing officer</comment>
        <translation>
            <numerusform>%n placement</numerusform>
            <numerusform>%n placements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <comment>of a worker</comment>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>caseload of a worker</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>pieces of work of a worker</comment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offered, not answered</source>
        <comment>pieces of work</comment>
        <translation>
            <numerusform>%n offered, not answered</numerusform>
            <numerusform>%n offered, not answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::TeamWorkerModel</name>
    <message numerus="yes">
        <source>%n people in their caseload</source>
        <comment>a worker</comment>
        <translation>
            <numerusform>%n person in their caseload</numerusform>
            <numerusform>%n people in their caseload</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people in your caseload</source>
        <comment>a worker&apos;s own page</comment>
        <translation>
            <numerusform>%n person in your caseload</numerusform>
            <numerusform>%n people in your caseload</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of yours fall due or wait until then. Offer them to somebody on the page behind.</source>
        <comment>an absence</comment>
        <translation>
            <numerusform>%n thing of yours falls due or waits until then. Offer it to somebody on the page behind.</numerusform>
            <numerusform>%n things of yours fall due or wait until then. Offer them to somebody on the page behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of theirs fall due or wait until then. Offer them to somebody on their page.</source>
        <comment>an absence</comment>
        <translation>
            <numerusform>%n thing of theirs falls due or waits until then. Offer it to somebody on their page.</numerusform>
            <numerusform>%n things of theirs fall due or wait until then. Offer them to somebody on their page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::WorkChoosing</name>
    <message numerus="yes">
        <source>%1 is asked about %n thing(s). Until they say yes nothing changes hands.</source>
        <comment>%1 worker</comment>
        <translation>
            <numerusform>%1 is asked about %n thing. Until they say yes nothing changes hands.</numerusform>
            <numerusform>%1 is asked about %n things. Until they say yes nothing changes hands.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontsheet::SheetWording</name>
    <message numerus="yes">
        <source>%n action(s) open</source>
        <comment>front sheet, plan</comment>
        <translation>
            <numerusform>%n action open</numerusform>
            <numerusform>%n actions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>front sheet, plan: of the actions</comment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) unmet</source>
        <comment>front sheet, plan</comment>
        <translation>
            <numerusform>%n need unmet</numerusform>
            <numerusform>%n needs unmet</numerusform>
        </translation>
    </message>
</context>
</TS>
