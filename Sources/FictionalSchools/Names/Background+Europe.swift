extension Background {
    static let british = Background(
        weight: 655,
        girls: [
            "Abigail", "Ada", "Alice", "Amelia", "Anna", "Ava", "Beatrice", "Bethany", "Charlotte", "Chloë", "Clara",
            "Daisy", "Eleanor", "Eliza", "Ella", "Elsie", "Emily", "Erin", "Esmé", "Eva", "Evie", "Florence", "Freya",
            "Georgia", "Grace", "Hannah", "Harriet", "Heidi", "Imogen", "Iris", "Isabella", "Ivy", "Jasmine", "Jessica",
            "Lily-Mae", "Lola", "Lottie", "Lucy", "Maisie", "Martha", "Matilda", "Mia", "Millie", "Molly", "Nancy",
            "Olivia", "Penelope", "Phoebe", "Poppy", "Renée", "Rosie", "Ruby", "Scarlett", "Sophie", "Summer",
            "Tabitha", "Thea", "Violet", "Willow", "Zoë",
        ],
        boys: [
            "Adam", "Albert", "Alexander", "Alfie", "Archie", "Arlo", "Arthur", "Barnaby", "Benjamin", "Blake", "Caleb",
            "Charlie", "Daniel", "David", "Dexter", "Dylan", "Edward", "Elijah", "Ellis", "Ethan", "Felix", "Finley",
            "Frankie", "Freddie", "George", "Harry", "Harvey", "Henry", "Hugo", "Isaac", "Jack", "Jacob", "James",
            "Jenson", "Jonah", "Joseph", "Joshua", "Jude", "Leo", "Liam", "Logan", "Louis", "Lucas", "Matthew", "Max",
            "Nathan", "Noah", "Oliver", "Oscar", "Ralph", "Reuben", "Riley", "Ronnie", "Samuel", "Sebastian", "Stanley",
            "Theo", "Thomas", "Toby", "Tommy-Lee", "William", "Zachary",
        ],
        surnames: [
            "Abbott", "Allen", "Atkinson", "Bailey", "Barker", "Barnes", "Bell", "Bennett", "Booth", "Bradley", "Brown",
            "Butler", "Carter", "Chapman", "Clarke", "Collins", "Cooper", "Cox", "Davies", "Dawson", "Dixon", "Edwards",
            "Ellis", "Evans", "Fisher", "Fletcher", "Foster", "Gibson", "Gray", "Green", "Griffiths", "Hall", "Harris",
            "Harrison", "Hayes", "Hill", "Holmes", "Howells", "Hughes", "Hunt", "Jackson", "Jenkins", "Jones", "Kelly",
            "Knight", "Lawson", "Lewis", "Lloyd", "MacDonald", "Marshall", "Mason", "McKenzie", "Mills", "Mitchell",
            "Moore", "Morgan", "Murray", "Palmer", "Parker", "Parry", "Pearson", "Penhaligon", "Phillips", "Price",
            "Pugh", "Reed", "Reynolds", "Richards", "Roberts", "Rogers", "Russell", "Saunders", "Shaw", "Simpson",
            "Smith", "Spencer", "Stevens", "Stewart", "Taylor", "Thompson", "Trelawney", "Turner", "Walker", "Ward",
            "Watson", "Webb", "White", "Wilkinson", "Williams", "Wilson", "Wood", "Wright", "Young",
        ],
        ethnicities: [
            "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "MOTH",
        ],
        languages: ["OTB"], additionalLanguage: 0.004)

    static let irish = Background(
        weight: 20,
        girls: ["Aoife", "Caoimhe", "Ciara", "Niamh", "Órla", "Róisín", "Saoirse", "Sinéad", "Áine", "Éabha"],
        boys: ["Cian", "Cillian", "Conor", "Darragh", "Eoin", "Fionn", "Oisín", "Pádraig", "Rory", "Séamus"],
        surnames: [
            "Brennan", "Doyle", "Fitzgerald", "Gallagher", "Kavanagh", "McCarthy", "Ní Dhónaill", "O’Brien", "O’Connor",
            "O'Neill", "O'Sullivan", "Quinn", "Ó Briain",
        ],
        ethnicities: ["WIRI", "WBRI", "WBRI", "WIRT"], languages: ["OTB"], additionalLanguage: 0.01)

    static let polish = Background(
        weight: 34,
        girls: [
            "Agnieszka", "Aleksandra", "Hanna", "Julia", "Lena", "Małgorzata", "Maja", "Oliwia", "Zofia", "Zuzanna",
        ],
        boys: ["Antoni", "Filip", "Jakub", "Jan", "Kacper", "Łukasz", "Mateusz", "Mikołaj", "Stanisław", "Szymon"],
        surnames: [
            "Dąbrowski", "Górski", "Jabłoński", "Kamiński", "Kowalczyk", "Łukasiewicz", "Nowak", "Pawłowski",
            "Szczepański", "Wiśniewski", "Wójcik", "Zając", "Żak",
        ],
        ethnicities: ["WOTH"], languages: ["POL"], additionalLanguage: 0.88)

    static let romanian = Background(
        weight: 30,
        girls: ["Adelina", "Andreea", "Daria", "Ilinca", "Ioana", "Mădălina", "Raluca", "Ștefania"],
        boys: ["Alexandru", "Andrei", "Cătălin", "David", "Florin", "Ionuț", "Matei", "Ștefan", "Vlad"],
        surnames: [
            "Bălan", "Ciobanu", "Dumitru", "Ionescu", "Munteanu", "Popa", "Rusu", "Stănescu", "Țurcanu", "Ungureanu",
        ],
        ethnicities: ["WOTH", "WOTH", "WOTH", "WOTH", "WROM"], languages: ["RMN"], additionalLanguage: 0.92)

    static let iberian = Background(
        weight: 22,
        girls: ["Beatriz", "Carmen", "Inês", "Leonor", "Lucía", "María José", "Marta", "Núria", "Sofía"],
        boys: ["Afonso", "Diego", "Duarte", "Hugo", "Iñaki", "João", "Martín", "Rodrigo", "Tomás"],
        surnames: [
            "Araújo", "Conceição", "da Silva", "Fernández", "García López", "Gonçalves", "Muñoz", "Núñez", "Pereira",
            "Simões",
        ],
        ethnicities: ["WOTH"], languages: ["POR", "POR", "SPA"], additionalLanguage: 0.82)

    static let ukrainian = Background(
        weight: 12,
        girls: ["Anastasiia", "Daryna", "Kateryna", "Mariia", "Sofiia", "Solomiya"],
        boys: ["Artem", "Bohdan", "Dmytro", "Illia", "Oleksandr", "Taras"],
        surnames: ["Bondarenko", "Boyko", "Kovalenko", "Lysenko", "Shevchuk", "Solov'yov", "Tkachenko"],
        ethnicities: ["WOTH"], languages: ["UKR"], additionalLanguage: 0.97)

    static let turkish = Background(
        weight: 12,
        girls: ["Ayşe", "Defne", "Elif", "Gülşen", "Özge", "Zeynep"],
        boys: ["Barış", "Çağrı", "Emre", "Kaan", "Ömer", "Yiğit"],
        surnames: ["Aydın", "Çelik", "Doğan", "Kılıç", "Öztürk", "Şahin", "Yıldız"],
        ethnicities: ["WOTH", "OOTH"], languages: ["TUR", "TUR", "KUR"], additionalLanguage: 0.8)
}
