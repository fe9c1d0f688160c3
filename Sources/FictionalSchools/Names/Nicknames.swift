/// Short forms that some pupils are called by.
enum Nicknames {
    static let byForename = [
        "Abigail": "Abi", "Alexander": "Alex", "Agnieszka": "Aga", "Benjamin": "Ben", "Beatrice": "Bea",
        "Charlotte": "Lottie", "Daniel": "Dan", "Eleanor": "Nell", "Elijah": "Eli", "Isabella": "Bella",
        "Jessica": "Jess", "Joseph": "Joe", "Joshua": "Josh", "Matilda": "Tilly", "Matthew": "Matt",
        "Małgorzata": "Gosia",
        "Muhammad": "Mo", "Nathan": "Nate", "Olivia": "Liv", "Olúwaseun": "Seun", "Samuel": "Sam", "Sebastian": "Seb",
        "Thomas": "Tom", "William": "Will", "Zachary": "Zac", "Zoë": "Zo", "Aleksandra": "Ola", "Abdullah": "Abdul",
    ]
}
