import Spreadsheets

/// The headings of pupil lists, as management information systems and people write them.
enum RosterFields {
    typealias Field = ResultsFields.Field

    static let all: [Field] = [
        Field("upn", "UPN", ["Unique pupil number", "Pupil UPN", "UPN number"]),
        Field("former_upn", "Former UPN", ["Previous UPN", "Old UPN", "FormerUPN"]),
        Field("surname", "Surname", ["Legal surname", "Last name", "Family name", "Pupil surname", "Legal last name"]),
        Field(
            "forename", "Forename",
            [
                "Forenames", "Legal forename", "First name", "Given name", "Given names", "Pupil forename",
                "Legal first name", "Forename(s)",
            ]),
        Field("preferred_surname", "Preferred surname", ["Preferred last name", "Chosen surname", "Known as surname"]),
        Field(
            "preferred_forename", "Preferred forename",
            ["Preferred first name", "Preferred name", "Chosen name", "Known as", "Known as forename"]),
        Field("middle_names", "Middle names", ["Middle name", "Middle name(s)", "Legal middle names"]),
        Field("date_of_birth", "Date of birth", ["DOB", "Birth date", "Birthdate", "D.O.B.", "Born"]),
        Field("sex", "Sex", ["Gender", "Legal sex", "Sex at birth"]),
        Field(
            "year_group", "Year group",
            [
                "NC year", "NC year group", "NCyearActual", "Year", "Yr", "YG", "Curriculum year",
                "National curriculum year", "Year grp",
            ]),
        Field(
            "class", "Class",
            [
                "Reg group", "Registration group", "Reg", "Form", "Form group", "Tutor group", "Registration form",
                "Class name",
            ]),
        Field("school_year", "School year", ["Academic year", "Acad year"]),
        Field(
            "entry_date", "Date of entry",
            [
                "Entry date", "Date of admission", "Admission date", "Joined", "Date joined", "Start date",
                "On roll date",
            ]),
        Field(
            "leaving_date", "Date of leaving",
            ["Leaving date", "Date left", "Left", "Leave date", "Date of departure", "Off roll date", "End date"]),
        Field("ethnicity", "Ethnicity", ["Ethnic code", "Ethnicity code", "Ethnic group", "Ethnicity (code)"]),
        Field(
            "first_language", "First language", ["Language", "First language code", "Home language", "Mother tongue"]),
        Field(
            "eal", "EAL", ["English as an additional language", "Is EAL", "EAL status", "English additional language"]),
        Field(
            "sen", "SEN provision", ["SEN", "SEN status", "SEN stage", "SEN code", "SEND", "SEND status", "SEN need"]),
        Field(
            "fsm", "FSM",
            [
                "Free school meals", "FSM eligible", "Eligible for free meals", "Free meals", "FSM eligibility",
                "FSM now",
            ]),
        Field(
            "fsm6", "Ever 6",
            [
                "FSM6", "Ever 6 FSM", "FSM ever 6", "Ever6", "FSM in the last six years", "FSM last 6 years",
                "EverFSM6",
                "Free school meals in the last six years", "Pupil premium", "PP", "Pupil premium indicator",
                "Disadvantaged",
            ]),
        Field(
            "looked_after", "Looked after",
            ["LAC", "In care", "CLA", "Looked after child", "In LA care", "Child looked after"]),
        Field(
            "post_looked_after", "Previously looked after",
            [
                "PLAC", "Post looked after", "Post LAC", "Previously looked after child", "Adopted from care",
                "Post looked after arrangements",
            ]),
        Field(
            "service_child", "Service child",
            [
                "Service children", "Service family", "Parent in armed forces", "Armed forces",
                "Service child in education",
            ]),
        Field("groups", "Groups", ["Group", "User groups", "Pupil groups"]),
    ]
}
