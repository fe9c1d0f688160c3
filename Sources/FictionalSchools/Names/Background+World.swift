extension Background {
    static let pakistani = Background(
        weight: 46,
        girls: [
            "Aaliyah", "Aisha", "Amina", "Fatima", "Hafsa", "Inaya", "Khadija", "Maryam", "Noor", "Safa", "Zainab",
        ],
        boys: [
            "Abdullah", "Ayaan", "Bilal", "Hamza", "Ibrahim", "Ismail", "Muhammad", "Mustafa", "Usman", "Yusuf", "Zayd",
        ],
        surnames: [
            "Ahmed", "Akhtar", "Ali", "Aslam", "Bashir", "Hussain", "Iqbal", "Khan", "Mahmood", "Malik", "Shah",
            "ul-Haq",
        ],
        ethnicities: ["APKN"], languages: ["URD", "PNJ", "URD"], additionalLanguage: 0.72)

    static let indian = Background(
        weight: 38,
        girls: ["Aanya", "Anjali", "Diya", "Harleen", "Isha", "Jaspreet", "Kavya", "Lakshmi", "Meera", "Simran"],
        boys: ["Aarav", "Arjun", "Gurpreet", "Ishaan", "Karan", "Manveer", "Nikhil", "Rohan", "Veer", "Vihaan"],
        surnames: [
            "Bhatt", "Desai", "Dhillon", "Gill", "Iyer", "Kaur", "Mehta", "Nair", "Patel", "Reddy", "Sharma", "Singh",
        ],
        ethnicities: ["AIND"], languages: ["PNJ", "GUJ", "HIN", "MLM", "TAM"], additionalLanguage: 0.62)

    static let bangladeshi = Background(
        weight: 20,
        girls: ["Anika", "Farzana", "Jannat", "Nusrat", "Rahima", "Sumaiya", "Tahmina"],
        boys: ["Aariz", "Fahim", "Jubayer", "Mahdi", "Rayhan", "Tanvir", "Zakariya"],
        surnames: ["Alam", "Begum", "Chowdhury", "Haque", "Islam", "Miah", "Rahman", "Uddin"],
        ethnicities: ["ABAN"], languages: ["BNG"], additionalLanguage: 0.75)

    static let westAfrican = Background(
        weight: 44,
        girls: ["Abena", "Adaeze", "Ayọ̀mídé", "Chidinma", "Efua", "Esther", "Folake", "Temilolúwa", "Ngozi"],
        boys: ["Ayodele", "Chukwuemeka", "David", "Emmanuel", "Kofi", "Kwame", "Olúwaseun", "Samuel", "Tobi"],
        surnames: [
            "Adébáyọ̀", "Adeyemi", "Asante", "Boateng", "Eze", "Mensah", "Nwosu", "Ọ̀kẹ́", "Okafor", "Owusu-Ansah",
        ],
        ethnicities: ["BAFR"], languages: ["YOR", "AKA", "IGB", "FRN"], additionalLanguage: 0.45)

    static let eastAfrican = Background(
        weight: 20,
        girls: ["Amaal", "Hodan", "Ikraan", "Luwam", "Rahel", "Sagal"],
        boys: ["Abdirahman", "Filmon", "Ilyaas", "Liban", "Nahom", "Zakaria"],
        surnames: ["Abdi", "Farah", "Ghebremedhin", "Haile", "Jama", "Tesfay", "Warsame"],
        ethnicities: ["BAFR"], languages: ["SOM", "SOM", "TGR"], additionalLanguage: 0.85)

    static let caribbean = Background(
        weight: 24,
        girls: ["Aaliyah", "Amara", "D’Arcy", "Imani", "Keziah", "Nevaeh", "Shanice", "Tiana"],
        boys: ["Andre", "Déshawn", "Jaden", "Kai", "Malachi", "Marlon", "Tyrell", "Zion"],
        surnames: ["Bailey", "Campbell", "Francis", "Gordon", "Grant", "Henry", "Joseph", "Reid", "St. Clair"],
        ethnicities: ["BCRB", "MWBC", "MWBC", "BOTH", "MWBA"], languages: ["CCE"], additionalLanguage: 0.04)

    static let chinese = Background(
        weight: 10,
        girls: ["Chloe", "Jia Yi", "Mei-Ling", "Xin Yue", "Yutong"],
        boys: ["Hao Ran", "Jason", "Jun Jie", "Zi Xuan", "Yichen"],
        surnames: ["Chan", "Chen", "Leung", "Li", "Ng", "Wong", "Zhang"],
        ethnicities: ["CHNE"], languages: ["CHI"], additionalLanguage: 0.7)

    static let asian = Background(
        weight: 22,
        girls: ["Aarushi", "Althea", "Linh", "Mahnoor", "Parwana", "Thảo"],
        boys: ["Aravind", "Farhad", "Đức", "Miguel", "Sahan", "Prakash"],
        surnames: ["Gurung", "Ahmadzai", "Nguyễn", "Reyes", "Selvarajah", "Trần", "Perera"],
        ethnicities: ["AOTH"], languages: ["VIE", "TAM", "OTH"], additionalLanguage: 0.75)

    static let arab = Background(
        weight: 22,
        girls: ["Dania", "Farah", "Lamar", "Leen", "Rania", "Salma"],
        boys: ["Adam", "Jad", "Karim", "Omar", "Rayan", "Tariq"],
        surnames: ["Al-Hassan", "Al-Masri", "Ben Salah", "El Amrani", "Haddad", "Nasser"],
        ethnicities: ["OOTH", "OOTH", "OOTH", "REFU"], languages: ["ARA", "ARA", "KUR"], additionalLanguage: 0.82)

    static let mixedAsian = Background(
        weight: 19,
        girls: ["Amelia", "Anoushka", "Layla", "Maya", "Priya", "Sienna"],
        boys: ["Dev", "Elias", "Jai", "Kieran", "Rafi", "Zac"],
        surnames: ["Ali-Thompson", "Clarke", "Kapoor-Jones", "Lewis", "Rahman-Wood", "Shah-Evans"],
        ethnicities: ["MWAS", "MWAS", "MOTH", "NOBT"], languages: ["OTH"], additionalLanguage: 0.08)

    /// All of them, in an order that never changes, for the draws go by it.
    static let all = [
        british, irish, polish, romanian, iberian, ukrainian, turkish, pakistani, indian, bangladeshi, westAfrican,
        eastAfrican, caribbean, chinese, asian, arab, mixedAsian,
    ]
}
